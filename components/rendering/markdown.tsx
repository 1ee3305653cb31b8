'use client'

import type { Root } from 'hast'
import { type Components, toJsxRuntime } from 'hast-util-to-jsx-runtime'
import { useTranslations } from 'next-intl'
import { type ReactElement, useMemo } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import { cn } from '@/components/ui/class-names'
import { ScrollFrame } from '@/components/ui/scroll-frame'
import { CodeBlock } from './code-block'
import { Formula } from './formula'
import { PlainText } from './plain-text'
import { preparedMarkdown } from './prepared-markdown'
import './rendering.css'
import { textOf } from './safe-tree'
import { looksEmpty } from './visible-characters'

interface MarkdownProps {
  text: string
  /** BCP 47: chooses the fonts of Chinese, Japanese and Korean. */
  lang?: string
  /** Shows the source instead. */
  raw?: boolean
  /** Compact type for guidelines and other texts of the interface; the default is for long reading. */
  size?: 'reading' | 'compact'
  className?: string
}

/**
 * Text of unknown origin as GitHub markdown with formulas, tables and code: the one renderer for prompts, references,
 * all responses and guidelines. Runs no script, makes no request, gives away no identity of its own.
 */
export function Markdown({ text, lang, raw = false, size = 'reading', className }: MarkdownProps) {
  const t = useTranslations('rendering')
  const tree = useMemo(() => (raw ? null : preparedMarkdown(text)), [text, raw])
  const content = useMemo(() => tree && draw(tree, t('table')), [tree, t])
  const classes = cn('reading rendered', size === 'compact' && 'rendered-compact', className)
  if (looksEmpty(text) && !raw) {
    return (
      <div lang={lang} className={classes}>
        <p className="text-muted-foreground italic">{text === '' ? t('empty') : t('noVisibleText')}</p>
      </div>
    )
  }
  if (content) {
    return (
      <div lang={lang} className={classes}>
        {content}
      </div>
    )
  }
  return (
    <div lang={lang} className={cn(classes, raw && 'rendered-raw')}>
      {raw ? null : <p className="text-[0.8125rem] text-muted-foreground italic">{t('tooLarge')}</p>}
      <PlainText text={text} />
    </div>
  )
}

function draw(tree: Root, tableLabel: string): ReactElement {
  const components: Partial<Components> = {
    code: ({ node, children, ...props }) =>
      node?.properties.dataMath ? (
        <Formula source={textOf(node)} display={node.properties.dataMath === 'display'} />
      ) : (
        <code {...props}>{children}</code>
      ),
    pre: ({ node }) => (
      <CodeBlock code={node ? textOf(node) : ''} language={String(node?.properties.dataLanguage ?? '')} />
    ),
    table: ({ node: _, ...props }) => (
      <ScrollFrame label={tableLabel} className="table-frame">
        <table {...props} />
      </ScrollFrame>
    ),
  }
  return toJsxRuntime(tree, { Fragment, jsx, jsxs, components, passNode: true })
}
