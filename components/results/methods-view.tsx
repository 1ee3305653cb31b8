import { useTranslations } from 'next-intl'
import { CopyButton } from '@/components/ui/copy-button'
import { Section } from '@/components/ui/page-header'
import type { Protocol } from '@/server/studies/schema'

/** What the page explains, in the order in which results show it. */
const topics = {
  scores: ['means', 'intervals', 'macro', 'differences', 'ranks', 'outcomes', 'sensitivity', 'length', 'normalised'],
  comparisons: ['net', 'strengths'],
  rubric: ['rubric'],
  always: ['agreement', 'filters'],
} as const

interface MethodsViewProps {
  methodVersion: string
  statusRules: Protocol['statusRules']
  has: { scores: boolean; comparisons: boolean; rubric: boolean }
}

/** How each figure of the results is made, in words that can go into a paper. */
export function MethodsView({ methodVersion, statusRules, has }: MethodsViewProps) {
  const t = useTranslations('methods')
  const rules = useTranslations('results')
  const shown = [
    ...(has.scores ? topics.scores : []),
    ...(has.comparisons ? topics.comparisons : []),
    ...(has.rubric ? topics.rubric : []),
    ...topics.always,
  ]
  const statuses = (['refused', 'truncated', 'failed'] as const).map(status =>
    t('status', { status: rules(`status.${statusNames[status]}`), rule: rules(`rule.${statusRules[status]}`) }),
  )
  const paragraphs = [
    ...shown.map(topic => ({ title: t(`topics.${topic}.title`), text: t(`topics.${topic}.text`) })),
    { title: t('statusesTitle'), text: statuses.join(' ') },
    { title: t('versionTitle'), text: t('version', { version: methodVersion }) },
  ]
  return (
    <Section
      title={t('title')}
      description={t('description')}
      actions={
        <CopyButton
          value={paragraphs.map(({ title, text }) => `${title}. ${text}`).join('\n\n')}
          label={t('copy')}
          showLabel
        />
      }
    >
      <dl className="grid max-w-3xl gap-4">
        {paragraphs.map(({ title, text }) => (
          <div key={title} className="grid gap-1">
            <dt className="font-medium">{title}</dt>
            <dd className="text-pretty text-muted-foreground leading-6">{text}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

const statusNames = { refused: 'REFUSED', truncated: 'TRUNCATED', failed: 'FAILED' } as const
