import { Markdown } from '@/components/rendering/markdown'

/** A text of an item, with who said it. */
export function Passage({ title, text, language }: { title: string | null; text: string; language: string }) {
  return (
    <div className="rounded-lg border bg-card px-4 py-3">
      {title ? <p className="mb-1 font-medium text-[0.8125rem] text-muted-foreground">{title}</p> : null}
      <Markdown text={text} lang={language} />
    </div>
  )
}
