'use client'

import type { Root } from 'hast'
import { useTranslations } from 'next-intl'
import { type ReactNode, useMemo } from 'react'
import { cn } from '@/components/ui/class-names'
import { ScrollFrame } from '@/components/ui/scroll-frame'
import { CodeBlock } from './code-block'
import { drawTree } from './draw-tree'
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

const draw = (tree: Root, tableLabel: string): ReactNode =>
  drawTree(tree, {
    code: (node, children, key) =>
      node.properties.dataMath ? (
        <Formula key={key} source={textOf(node)} display={node.properties.dataMath === 'display'} />
      ) : (
        <code key={key} dir="auto">
          {children}
        </code>
      ),
    pre: (node, _, key) => (
      <CodeBlock key={key} code={textOf(node)} language={String(node.properties.dataLanguage ?? '')} />
    ),
    table: (node, children, key) => (
      <ScrollFrame key={key} label={tableLabel} className="table-frame">
        <table dir={String(node.properties.dir)}>{children}</table>
      </ScrollFrame>
    ),
  })
