import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { CopyButton } from '@/components/ui/copy-button'
import { Section } from '@/components/ui/page-header'
import { StepLink } from '@/components/ui/step-link'
import type { ItemView as Item } from '@/server/items/queries/items'
import { ItemExtras } from './item-extras'
import { numbered } from './numbered'
import { Passage } from './passage'
import { ResponseCard } from './response-card'

interface ItemViewProps {
  slug: string
  item: Item
  sealed: boolean
  /** Its rubric, before the responses. */
  children?: ReactNode
}

/** One item as it was imported: conversation, reference, responses. */
export function ItemView({ slug, item, sealed, children }: ItemViewProps) {
  const t = useTranslations('items')
  return (
    <div className="mt-5 grid grid-cols-1 gap-6 [&>section]:mb-0">
      <ItemHead slug={slug} item={item} />
      <Section title={t('conversation')}>
        {item.messages.length === 0 ? <p className="text-muted-foreground">{t('recorded')}</p> : null}
        {numbered(item.messages).map(({ number, of: message }) => (
          <Passage
            key={number}
            title={t(`roles.${message.role}`)}
            text={message.text}
            language={item.sourceLanguage ?? item.language}
          />
        ))}
      </Section>
      {item.references.length > 0 ? (
        <Section title={t('reference')}>
          {numbered(item.references).map(({ number, of: text }) => (
            <Passage
              key={number}
              title={item.references.length > 1 ? t('turn', { turn: number }) : null}
              text={text}
              language={item.language}
            />
          ))}
        </Section>
      ) : null}
      <ItemExtras item={item} />
      {children}
      <Section title={t('responses')} description={sealed ? t('blindNote') : undefined}>
        {item.responses.length === 0 ? <p className="text-muted-foreground">{t('noResponses')}</p> : null}
        <ul className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
          {item.responses.map(response => (
            <li key={`${response.label}/${response.sample}`} className="min-w-0">
              <ResponseCard response={response} language={item.language} />
            </li>
          ))}
        </ul>
      </Section>
      {Object.keys(item.metadata).length > 0 ? (
        <Section title={t('metadata')}>
          <pre dir="ltr" className="whitespace-pre-wrap break-words rounded-lg border bg-code p-3 font-mono text-xs">
            {JSON.stringify(item.metadata, null, 2)}
          </pre>
        </Section>
      ) : null}
    </div>
  )
}

function ItemHead({ slug, item }: { slug: string; item: Item }) {
  const t = useTranslations('items')
  const at = (id: string) => `/studies/${slug}/items/${id}`
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Link href={`/studies/${slug}/items`} className="text-muted-foreground text-sm hover:underline">
        {t('all')}
      </Link>
      <h2 className="min-w-0 break-all font-semibold text-base">
        <bdi>{item.externalId}</bdi>
      </h2>
      <CopyButton value={item.externalId} />
      {item.purpose === 'STUDY' ? null : <Badge variant="info">{t(`purposes.${item.purpose}`)}</Badge>}
      <Badge variant="outline">
        {item.sourceLanguage ? `${item.sourceLanguage} → ${item.language}` : item.language}
      </Badge>
      <Badge variant="outline">{item.category ?? t('noCategory')}</Badge>
      <nav className="ms-auto flex gap-2" aria-label={t('caption')}>
        <StepLink href={item.previousId && at(item.previousId)} label={t('previous')}>
          <ChevronLeft aria-hidden className="rtl:rotate-180" />
        </StepLink>
        <StepLink href={item.nextId && at(item.nextId)} label={t('next')}>
          <ChevronRight aria-hidden className="rtl:rotate-180" />
        </StepLink>
      </nav>
    </div>
  )
}
