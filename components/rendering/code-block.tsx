'use client'

import type { ElementContent, Nodes, Root } from 'hast'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { ScrollFrame } from '@/components/ui/scroll-frame'
import { drawTree } from './draw-tree'
import { loadHighlighting, useHighlighting } from './lazy-modules'
import { showHidden } from './safe-tree'

const mostHighlighted = 30_000

function withHiddenShown(node: Nodes): ElementContent[] {
  if (node.type === 'text') return showHidden(node.value, true)
  return node.type === 'element' ? [{ ...node, children: node.children.flatMap(withHiddenShown) }] : []
}

/** Code with its language and a button that copies it unchanged. */
export function CodeBlock({ code, language }: { code: string; language: string }) {
  const t = useTranslations('rendering')
  const highlighting = useHighlighting()
  const wanted = language !== '' && code.length <= mostHighlighted

  useEffect(() => {
    if (wanted) loadHighlighting()
  }, [wanted])

  const content = useMemo(() => {
    const tree = wanted ? highlighting?.highlightCode(language, code) : null
    const children = tree ? tree.children.flatMap(withHiddenShown) : showHidden(code, true)
    const root: Root = { type: 'root', children }
    return drawTree(root)
  }, [wanted, highlighting, language, code])

  return (
    <figure className="code-block" dir="ltr">
      <figcaption>
        <span>{language}</span>
        <CopyButton value={code} label={t('copyCode')} variant="ghost" size="icon-sm" />
      </figcaption>
      <ScrollFrame label={language || t('code')}>
        <pre>
          <code>{content}</code>
        </pre>
      </ScrollFrame>
    </figure>
  )
}
