import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { CopyButton } from '@/components/ui/copy-button'
import type { ChainVerdict } from '@/server/audit/audit-chain'

/** Whether every hash of the trail is right, recomputed for this page. */
export function ChainStatus({ verdict }: { verdict: ChainVerdict }) {
  const t = useTranslations('audit.chain')
  if (!verdict.isWhole)
    return (
      <Alert variant="destructive" title={t('broken', { entry: verdict.brokenAt })}>
        {t(`why.${verdict.why}`)}
      </Alert>
    )
  return (
    <Alert variant="success" title={t('whole', { count: verdict.entries })}>
      {t('explanation')}
      {verdict.headHash ? (
        <span className="mt-1 flex items-center gap-1">
          <code className="break-all text-xs">{verdict.headHash}</code>
          <CopyButton value={verdict.headHash} label={t('copyHead')} />
        </span>
      ) : null}
    </Alert>
  )
}
