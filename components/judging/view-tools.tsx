'use client'

import { BookOpen, Code, Keyboard, Maximize2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

interface ViewToolsProps {
  raw: boolean
  onRawChange: (raw: boolean) => void
  focusMode: boolean
  onFocusModeChange?: (focusMode: boolean) => void
  onGuidelines: () => void
  onKeys: () => void
}

/** The switches of the view, each with its key. */
export function ViewTools({ raw, onRawChange, focusMode, onFocusModeChange, onGuidelines, onKeys }: ViewToolsProps) {
  const t = useTranslations('judging')
  const titled = (label: string, key: string) => ({ 'aria-label': label, title: t('withKey', { label, key }) })
  return (
    <div data-tour="tools" className="flex items-center">
      <Button variant="ghost" size="icon" {...titled(t('commands.guidelines'), 'G')} onClick={onGuidelines}>
        <BookOpen aria-hidden />
      </Button>
      {onFocusModeChange ? (
        <Button
          variant={focusMode ? 'secondary' : 'ghost'}
          size="icon"
          aria-pressed={focusMode}
          {...titled(t('commands.focusMode'), 'Z')}
          onClick={() => onFocusModeChange(!focusMode)}
        >
          <Maximize2 aria-hidden />
        </Button>
      ) : null}
      <Button
        variant={raw ? 'secondary' : 'ghost'}
        size="icon"
        aria-pressed={raw}
        {...titled(t('commands.rawText'), 'R')}
        onClick={() => onRawChange(!raw)}
      >
        <Code aria-hidden />
      </Button>
      <Button
        variant="ghost"
        size="icon"
        {...titled(t('commands.keys'), '?')}
        onClick={onKeys}
        className="max-sm:hidden"
      >
        <Keyboard aria-hidden />
      </Button>
    </div>
  )
}
