import type { ReactNode } from 'react'

interface ResultFigureProps {
  /** What stands under every table of the study, so that whoever copies it takes it along; empty: nothing. */
  disclosure: string
  howToRead: ReactNode
  /** The table. */
  children: ReactNode
}

/** A table of results, with what it is of and how it is read. */
export function ResultFigure({ disclosure, howToRead, children }: ResultFigureProps) {
  return (
    <figure className="grid gap-2">
      {children}
      <figcaption className="max-w-4xl text-pretty text-muted-foreground text-xs leading-5">
        {disclosure ? (
          <>
            <strong dir="auto" className="font-semibold text-foreground">
              {disclosure}
            </strong>{' '}
          </>
        ) : null}
        {howToRead}
      </figcaption>
    </figure>
  )
}
