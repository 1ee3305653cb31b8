import type { ReactNode } from 'react'
import { LanguageChoice } from './language-choice'
import { ProductMark } from './product-mark'
import { contentId } from './skip-link'

export interface AuthShellProps {
  title: ReactNode
  description?: ReactNode
  /** What else one may do here, under the card. */
  footer?: ReactNode
  /** Whoever is signed in has a language of their own, which the account menu changes. */
  isSignedIn?: boolean
  children: ReactNode
}

/** One card in the middle: sign in, accept an invitation, choose a password. */
export function AuthShell({ title, description, footer, isSignedIn, children }: AuthShellProps) {
  return (
    <main id={contentId} tabIndex={-1} className="grid min-h-dvh place-content-center px-4 py-10 outline-none">
      <div className="grid w-[min(24rem,calc(100vw-2rem))] gap-5">
        <div className="justify-self-center">
          <ProductMark href="/" />
        </div>
        <div className="grid gap-4 rounded-lg border bg-card p-5 sm:p-6">
          <div className="grid gap-1">
            <h1 className="font-semibold text-lg leading-6 tracking-tight">{title}</h1>
            {description ? <p className="text-pretty text-muted-foreground">{description}</p> : null}
          </div>
          {children}
        </div>
        {footer ? <div className="text-center text-[0.8125rem] text-muted-foreground">{footer}</div> : null}
        {isSignedIn ? null : <LanguageChoice />}
      </div>
    </main>
  )
}
