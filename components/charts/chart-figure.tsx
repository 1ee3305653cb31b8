'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useId, useMemo, useRef } from 'react'
import { localeDirection } from '@/components/shell/locale-direction'
import type { ChartKey } from './chart-data'
import { ChartData, type ChartTable } from './chart-data-table'
import { figureContext } from './figure-context'
import { PictureDownload } from './picture-download'
import { seriesFill } from './series-fill'
import { SeriesPatterns } from './series-patterns'

export interface ChartFigureProps {
  title: string
  /** One or two sentences: what is drawn, and how it is read. They stand under the title, for everybody. */
  description: string
  /** Everything that is drawn, as a table. */
  data: ChartTable
  /** Of downloaded pictures, without the ending. */
  fileName: string
  /** What the looks mean; a chart of one series needs none. */
  keys?: ChartKey[]
  /** What is disclosed of the study; it stands in downloaded pictures, too. */
  note?: string
  /** The title is in sight already, as a heading above. */
  isTitled?: boolean
  /** Charts of this folder. */
  children: ReactNode
}

/** One or several charts with their name, their data as a table, and their picture as a file. */
export function ChartFigure(props: ChartFigureProps) {
  const { title, description, data, fileName, keys = [], note = '', isTitled = false, children } = props
  const t = useTranslations('charts')
  // Colons of React's ids would have to be escaped in url(#…).
  const id = `chart-${useId().replace(/[^\w-]/g, '')}`
  const isRightToLeft = localeDirection(useLocale()) === 'rtl'
  const drawing = useRef<HTMLDivElement>(null)
  const context = useMemo(() => ({ id, title, isRightToLeft }), [id, title, isRightToLeft])
  return (
    <figure
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
      className="grid min-w-0 content-start gap-3 rounded-lg border bg-card p-3 sm:p-4"
    >
      <div className="flex items-start justify-between gap-3">
        <figcaption className="grid gap-0.5">
          <span id={`${id}-title`} className={isTitled ? 'sr-only' : 'font-medium text-sm'}>
            {title}
          </span>
          <span id={`${id}-description`} className="max-w-3xl text-pretty text-muted-foreground text-xs leading-5">
            {description}
          </span>
        </figcaption>
        <PictureDownload drawing={drawing} title={title} keys={keys} note={note} fileName={fileName} figure={id} />
      </div>
      {keys.length > 0 ? (
        <ul aria-label={t('key')} className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
          {keys.map(({ label, series }) => (
            <li key={label} className="inline-flex items-center gap-1.5">
              <svg aria-hidden width={14} height={14} className="shrink-0 rounded-[2px]">
                <rect width={14} height={14} fill={seriesFill(id, series)} />
              </svg>
              <bdi>{label}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      {/* Charts are drawn from left to right and mirror themselves: text of an SVG has no logical start. */}
      <div ref={drawing} dir="ltr" className="min-w-0">
        <svg aria-hidden width={0} height={0} className="absolute">
          <SeriesPatterns figure={id} />
        </svg>
        <figureContext.Provider value={context}>{children}</figureContext.Provider>
      </div>
      {note ? (
        <p dir="auto" className="font-semibold text-xs leading-5">
          {note}
        </p>
      ) : null}
      <ChartData title={title} {...data} />
    </figure>
  )
}
