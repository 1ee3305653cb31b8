'use client'

import { useMemo } from 'react'
import { Formula } from './formula'
import { splitFormulas } from './split-formulas'

/** A line of text in which formulas are set; nothing else in it is taken for markup. */
export function FormulaLine({ text }: { text: string }) {
  const parts = useMemo(() => splitFormulas(text), [text])
  return parts.map((part, index) =>
    'text' in part ? (
      part.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
      <Formula key={index} source={part.formula} display={false} />
    ),
  )
}
