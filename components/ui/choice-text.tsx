import type { ReactNode } from 'react'

/** Label, hint and error beside a checkbox, a switch or a radio button whose id is `id`; the note's id is `<id>-note`. */
export function ChoiceText({
  id,
  label,
  hint,
  error,
}: {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string
}) {
  return (
    <div className="grid gap-0.5">
      <label htmlFor={id} className="text-sm">
        {label}
      </label>
      {hint || error ? (
        <div id={`${id}-note`} className="grid gap-0.5 text-[0.8125rem]">
          {error ? <p className="text-destructive">{error}</p> : null}
          {hint ? <p className="text-pretty text-muted-foreground">{hint}</p> : null}
        </div>
      ) : null}
    </div>
  )
}
