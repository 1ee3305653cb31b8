import { useTranslations } from 'next-intl'

/** Longer than this is folded. */
const mostCharacters = 160

/** What an entry says beyond who, what and when. */
export function AuditDetail({ detail }: { detail: Record<string, unknown> }) {
  const t = useTranslations('audit')
  const short = Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ')
  if (short === '') return <span className="text-muted-foreground">–</span>
  if (short.length <= mostCharacters)
    return (
      <span dir="auto" className="wrap-anywhere text-[0.8125rem]">
        {short}
      </span>
    )
  return (
    <details className="text-[0.8125rem]">
      <summary className="cursor-pointer rounded-sm">
        {t('showDetail', { names: Object.keys(detail).join(', ') })}
      </summary>
      <pre
        dir="auto"
        className="mt-1 max-h-96 overflow-auto whitespace-pre-wrap break-words rounded-md bg-code p-2 text-xs"
      >
        {JSON.stringify(detail, null, 2)}
      </pre>
    </details>
  )
}
