import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { PlainText } from '@/components/rendering/plain-text'
import { Section } from '@/components/ui/page-header'
import type { BatchDetail, SampledJudgment } from '@/server/batches/queries/get-batch'
import { slotLetter } from '@/server/blinding/slot-letter'
import { BatchDecision } from './batch-decision'
import { BatchState } from './batch-table'

/** What of a batch is looked at before it is accepted or rejected: slots, texts, answers. */
export function BatchSample({ study, batch }: { study: string; batch: BatchDetail }) {
  const t = useTranslations('batches')
  return (
    <>
      <Link
        href={`/studies/${study}/review/preferences`}
        className="mb-4 inline-block text-sm underline underline-offset-4"
      >
        {t('back')}
      </Link>
      <Section
        title={
          <>
            <bdi>{batch.annotator}</bdi> · {batch.day} <BatchState batch={batch} />
          </>
        }
        description={t('sampleDescription', { count: batch.sample.length, all: batch.judgments })}
        actions={batch.isComplete ? <BatchDecision study={study} batch={batch} /> : null}
      >
        <ol className="grid gap-4">
          {batch.sample.map(judgment => (
            <li key={judgment.id}>
              <Judgment judgment={judgment} criteria={batch.criteria} />
            </li>
          ))}
        </ol>
      </Section>
    </>
  )
}

function Judgment({ judgment, criteria }: { judgment: SampledJudgment; criteria: BatchDetail['criteria'] }) {
  const t = useTranslations('batches')
  const answer = ({ criterion, choice, text, value }: SampledJudgment['ratings'][number]) => {
    if (choice?.kind !== 'preference') return text ?? String(value ?? '')
    if (choice.prefer === 'tie' || choice.prefer === 'unusable') return t(choice.prefer)
    const strengths = criteria.find(one => one.id === criterion)?.strengths ?? []
    return t('better', { letter: choice.prefer.toUpperCase(), strength: strengths[(choice.strength ?? 1) - 1] ?? '' })
  }
  // Several judgments are on the page: each region needs a name of its own.
  const of = (part: string) => `${part} · ${judgment.externalId}`
  const frame = 'max-h-80 overflow-y-auto whitespace-pre-wrap rounded-md border bg-background p-3 text-sm'
  return (
    <article aria-label={t('item', { item: judgment.externalId })} className="grid gap-3 rounded-lg border bg-card p-4">
      <h3 className="flex flex-wrap justify-between gap-2 font-medium text-sm">
        <bdi>{t('item', { item: judgment.externalId })}</bdi>
        <span className="font-normal text-muted-foreground">
          {t('time', { seconds: Math.round(judgment.activeMs / 1000) })}
        </span>
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section aria-label={of(t('prompt'))} tabIndex={0} className={frame}>
        <PlainText text={judgment.messages.map(message => message.text).join('\n\n')} />
      </section>
      <div className="grid gap-3 md:grid-cols-2">
        {judgment.responses.map((turns, index) => (
          <section
            key={slotLetter(index + 1)}
            aria-label={of(t('response', { letter: slotLetter(index + 1) }))}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
            tabIndex={0}
            className={frame}
          >
            <b className="block pb-1 font-semibold">{slotLetter(index + 1)}</b>
            <PlainText text={turns.join('\n\n')} />
          </section>
        ))}
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {judgment.ratings.map(rating => (
          <div key={`${rating.criterion} ${rating.slot}`} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-muted-foreground">
              {criteria.find(one => one.id === rating.criterion)?.label ?? rating.criterion}
              {rating.slot > 0 ? ` (${slotLetter(rating.slot)})` : null}
            </dt>
            <dd dir="auto">{answer(rating)}</dd>
          </div>
        ))}
      </dl>
    </article>
  )
}
