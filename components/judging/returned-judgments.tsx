import { ArrowRight, CornerDownLeft } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonClasses } from '@/components/ui/button'
import type { ReturnedJudgment } from './answers'

/** Own judgments that were given back, before all other work; nothing when there are none. */
export function ReturnedJudgments({ judgments }: { judgments: ReturnedJudgment[] }) {
  const t = useTranslations('work.returned')
  if (judgments.length === 0) return null
  return (
    <section aria-labelledby="returned" className="mb-6 grid gap-2">
      <h2 id="returned" className="flex items-center gap-2 font-semibold text-base">
        <CornerDownLeft aria-hidden className="size-4 text-warning rtl:-scale-x-100" />
        {t('title', { count: judgments.length })}
      </h2>
      <ul className="divide-y rounded-lg border border-warning/40 bg-card">
        {judgments.map(judgment => (
          <li
            key={judgment.assignment}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3"
          >
            <div className="grid min-w-0 flex-1 basis-72 gap-1">
              <p dir="auto" lang={judgment.language} className="line-clamp-2 font-medium">
                {judgment.promptStart.trim() || t('untitled')}
              </p>
              {judgment.points > 0 ? <p>{t('points', { count: judgment.points })}</p> : null}
              {judgment.message ? (
                <p dir="auto" className="whitespace-pre-wrap break-words border-warning border-s-2 ps-2">
                  {judgment.message}
                </p>
              ) : null}
              <p className="text-[0.8125rem] text-muted-foreground">{judgment.studyName}</p>
            </div>
            <Link
              href={`/work/${judgment.assignment}`}
              prefetch={false}
              className={buttonClasses({ variant: 'default' })}
            >
              {t('open')}
              <ArrowRight aria-hidden className="rtl:rotate-180" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
