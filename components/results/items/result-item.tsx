import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { numbered } from '@/components/items/numbered'
import { Passage } from '@/components/items/passage'
import { ResponseCard } from '@/components/items/response-card'
import { Badge } from '@/components/ui/badge'
import { Section } from '@/components/ui/page-header'
import { StepLink } from '@/components/ui/step-link'
import type { ItemView } from '@/server/items/queries/items'
import { type ItemSelection, writeItemSelection } from '@/server/results/items/item-selection'
import type { ResultNeighbours } from '@/server/results/queries/find-result-neighbours'
import type { ItemJudgment } from '@/server/results/queries/get-item-judgments'
import type { ItemOutcome } from '@/server/results/queries/get-item-outcomes'
import { JudgmentCard } from './judgment-card'
import { OutcomeTable } from './outcome-table'

interface ResultItemProps {
  study: string
  item: ItemView
  judgments: ItemJudgment[]
  /** Null: nothing of the study compares models. */
  outcomes: ItemOutcome[] | null
  neighbours: ResultNeighbours
  selection: ItemSelection
}

/** An item with its responses by model, what the results make of it, and everything that was judged. */
export function ResultItem({ study, item, judgments, outcomes, neighbours, selection }: ResultItemProps) {
  const t = useTranslations('itemJudgments')
  const roles = useTranslations('items.roles')
  return (
    <div className="grid grid-cols-1 gap-6 [&>section]:mb-0">
      <Head study={study} item={item} neighbours={neighbours} selection={selection} />
      <Section title={t('prompt')}>
        {numbered(item.messages).map(({ number, of: message }) => (
          <Passage
            key={number}
            title={item.messages.length > 1 ? roles(message.role) : null}
            text={message.text}
            language={item.sourceLanguage ?? item.language}
          />
        ))}
        {item.messages.length === 0 ? <p className="text-muted-foreground">–</p> : null}
      </Section>
      {item.references.length > 0 ? (
        <Section title={t('reference')}>
          {numbered(item.references).map(({ number, of: text }) => (
            <Passage key={number} title={null} text={text} language={item.language} />
          ))}
        </Section>
      ) : null}
      <Section title={t('responses')}>
        {item.responses.length === 0 ? <p className="text-muted-foreground">{t('noResponses')}</p> : null}
        <ul className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
          {item.responses.map(response => (
            <li key={`${response.label}/${response.sample}`} className="min-w-0">
              <ResponseCard response={response} language={item.language} />
            </li>
          ))}
        </ul>
      </Section>
      {outcomes === null ? null : (
        <Section title={t('outcomes')} description={t('outcomesDescription')}>
          {outcomes.length === 0 ? (
            <p className="text-muted-foreground">{t('noOutcomes')}</p>
          ) : (
            <OutcomeTable outcomes={outcomes} />
          )}
        </Section>
      )}
      <Section title={t('judgments')} description={t('judgmentsDescription')}>
        {judgments.length === 0 ? <p className="text-muted-foreground">{t('none')}</p> : null}
        {judgments.map(judgment => (
          <JudgmentCard key={judgment.id} judgment={judgment} study={study} />
        ))}
      </Section>
    </div>
  )
}

function Head({ study, item, neighbours, selection }: Omit<ResultItemProps, 'judgments' | 'outcomes'>) {
  const t = useTranslations('itemJudgments')
  const chosen = writeItemSelection(selection).toString()
  const at = (path: string) => `/studies/${study}/results/items${path}${chosen ? `?${chosen}` : ''}`
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Link href={at('')} className="text-muted-foreground text-sm hover:underline">
        {t('back')}
      </Link>
      <h2 className="min-w-0 break-all font-semibold text-base">
        <bdi>{item.externalId}</bdi>
      </h2>
      <Badge variant="outline">
        {item.sourceLanguage ? `${item.sourceLanguage} → ${item.language}` : item.language}
      </Badge>
      {item.category ? <Badge variant="outline">{item.category}</Badge> : null}
      <Link href={`/studies/${study}/items/${item.id}`} className="text-sm underline underline-offset-4">
        {t('whole')}
      </Link>
      <nav className="ms-auto flex items-center gap-2" aria-label={t('steps')}>
        {neighbours.place === null ? null : (
          <span className="tabular text-muted-foreground text-sm">
            {t('place', { place: neighbours.place, count: neighbours.count })}
          </span>
        )}
        <StepLink href={neighbours.previous && at(`/${neighbours.previous}`)} label={t('previous')}>
          <ChevronLeft aria-hidden className="rtl:rotate-180" />
        </StepLink>
        <StepLink href={neighbours.next && at(`/${neighbours.next}`)} label={t('next')}>
          <ChevronRight aria-hidden className="rtl:rotate-180" />
        </StepLink>
      </nav>
    </div>
  )
}
