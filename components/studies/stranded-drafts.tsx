import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Section } from '@/components/ui/page-header'
import type { StrandedDraft } from '@/server/judgments/queries'
import { AcceptDraft } from './accept-draft'

interface StrandedDraftsProps {
  slug: string
  study: string
  drafts: StrandedDraft[]
}

/** Work that annotators can no longer submit themselves, for somebody to accept without seeing its scores. */
export function StrandedDrafts({ slug, study, drafts }: StrandedDraftsProps) {
  const t = useTranslations('studyFlags.drafts')
  return (
    <Section id="drafts" title={t('title')} description={t('description')}>
      {drafts.length === 0 ? (
        <p className="text-muted-foreground">{t('none')}</p>
      ) : (
        <ul className="divide-y rounded-lg border bg-card">
          {drafts.map(draft => (
            <DraftRow key={draft.assignment} draft={draft} slug={slug} study={study} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function DraftRow({ draft, slug, study }: { draft: StrandedDraft; slug: string; study: string }) {
  const t = useTranslations('studyFlags.drafts')
  const format = useFormatter()
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3">
      <div className="grid min-w-0 flex-1 basis-80 gap-1">
        <p className="flex flex-wrap items-center gap-2">
          <Badge variant="muted">{t(`why.${draft.why}`)}</Badge>
          <Link
            href={`/studies/${slug}/preview?item=${draft.itemId}`}
            className="font-medium text-primary underline-offset-4 hover:underline"
          >
            {draft.item}
          </Link>
          <span className="text-muted-foreground">{draft.language}</span>
        </p>
        <p className="text-[0.8125rem] text-muted-foreground">
          {t('by', {
            name: draft.annotator,
            date: format.dateTime(draft.savedAt, { dateStyle: 'medium', timeStyle: 'short' }),
          })}
        </p>
      </div>
      {draft.complete ? (
        <AcceptDraft study={study} draft={draft} />
      ) : (
        <p className="text-[0.8125rem] text-muted-foreground">{t('incomplete')}</p>
      )}
    </li>
  )
}
