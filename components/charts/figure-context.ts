'use client'

import { createContext, useContext } from 'react'

/** What a chart knows of the figure it stands in. */
export interface FigureContext {
  /** Makes ids of paints unique. */
  id: string
  /** Names the chart for screen readers. */
  title: string
  /** Charts are mirrored. */
  isRightToLeft: boolean
}

export const figureContext = createContext<FigureContext | null>(null)

/** @throws where a chart stands outside of a ChartFigure: it would have neither a name nor a table. */
export function useFigure(): FigureContext {
  const figure = useContext(figureContext)
  if (!figure) throw new Error('A chart stands in a ChartFigure.')
  return figure
}
