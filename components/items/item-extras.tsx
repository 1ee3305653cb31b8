import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page-header'
import type { ItemView } from '@/server/items/queries/items'

/** What only some items have: context, pairs, known answers, explanation. */
export function ItemExtras({ item }: { item: ItemView }) {
  const t = useTranslations('items')
  return (
    <>
      {item.context ? (
        <Section title={t('context')}>
          <Words text={item.context} />
        </Section>
      ) : null}
      {item.pairCount > 0 ? (
        <Section title={t('pairs')} description={t('pairsNote', { count: item.pairCount })}>
          <ul className="list-inside list-disc">
            {item.pairs.map(pair => (
              <li key={pair}>
                <bdi>{pair}</bdi>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {item.expectedCount > 0 ? (
        <Section
          title={t('expected')}
          description={item.expected ? undefined : t('expectedSealed', { count: item.expectedCount })}
        >
          {item.expected ? (
            <pre dir="ltr" className="whitespace-pre-wrap break-words rounded-lg border bg-code p-3 font-mono text-xs">
              {item.expected.map(one => JSON.stringify(one)).join('\n')}
            </pre>
          ) : null}
        </Section>
      ) : null}
      {item.explanation ? (
        <Section title={t('explanation')}>
          <Words text={item.explanation} />
        </Section>
      ) : null}
    </>
  )
}

const Words = ({ text }: { text: string }) => (
  <p dir="auto" className="whitespace-pre-wrap break-words rounded-lg border bg-card px-4 py-3">
    {text}
  </p>
)
