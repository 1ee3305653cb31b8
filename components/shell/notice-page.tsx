import type { ReactNode } from 'react'
import { contentId } from './skip-link'

interface NoticePageProps {
  title: ReactNode
  description: ReactNode
  action: ReactNode
}

/** A page that says one thing: not found, broken. Its texts are fixed, so that nothing about the cause gets out. */
export function NoticePage({ title, description, action }: NoticePageProps) {
  return (
    <main
      id={contentId}
      tabIndex={-1}
      className="mx-auto grid min-h-[60dvh] max-w-md place-content-center justify-items-center gap-1.5 px-6 py-10 text-center outline-none"
    >
      <h1 className="font-semibold text-lg">{title}</h1>
      <p className="text-pretty text-muted-foreground">{description}</p>
      <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>
    </main>
  )
}
