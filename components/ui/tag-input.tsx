'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import { cn } from './class-names'
import { useFieldWiring } from './field-context'
import { controlClasses } from './input'

export interface TagInputProps {
  value: string[]
  onValueChange: (value: string[]) => void
  placeholder?: string
  /** Says what is wrong with a tag, or nothing. */
  validate?: (tag: string) => string | undefined
  max?: number
  disabled?: boolean
  className?: string
  id?: string
  'aria-label'?: string
}

/** Several short texts. Enter or a comma adds one, Backspace in an empty field takes the last one off. */
export function TagInput({
  value,
  onValueChange,
  placeholder,
  validate,
  max,
  disabled,
  className,
  ...props
}: TagInputProps) {
  const t = useTranslations('ui')
  const wiring = useFieldWiring(props)
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()

  function add(candidates: string[]) {
    const next = [...value]
    for (const tag of candidates.map(candidate => candidate.trim()).filter(Boolean)) {
      const complaint = validate?.(tag)
      if (complaint) return setProblem(complaint)
      if (!next.includes(tag) && (max === undefined || next.length < max)) next.push(tag)
    }
    setProblem(undefined)
    setText('')
    onValueChange(next)
  }

  function remove(tag: string) {
    onValueChange(value.filter(other => other !== tag))
    input.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    // An input method uses Enter to accept its suggestion.
    if (event.nativeEvent.isComposing) return
    if ((event.key === 'Enter' || event.key === ',') && text.trim()) {
      event.preventDefault()
      add([text])
    } else if (event.key === 'Backspace' && text === '') {
      onValueChange(value.slice(0, -1))
    }
  }

  function onPaste(event: ClipboardEvent) {
    const parts = event.clipboardData.getData('text').split(/[,;\n\t]/)
    if (parts.length < 2) return
    event.preventDefault()
    add(parts)
  }

  return (
    <div className={cn('grid gap-1', className)}>
      <div
        className={cn(
          controlClasses,
          'flex min-h-8 flex-wrap items-center gap-1 p-1 focus-within:outline-2 focus-within:outline-ring',
        )}
      >
        {value.map(tag => (
          <span
            key={tag}
            className="inline-flex items-center gap-0.5 rounded-sm bg-secondary ps-1.5 text-[0.8125rem] text-secondary-foreground"
          >
            {tag}
            <button
              type="button"
              disabled={disabled}
              aria-label={t('removeTag', { tag })}
              onClick={() => remove(tag)}
              className="inline-grid size-5.5 place-content-center rounded-sm text-muted-foreground hover:text-foreground"
            >
              <X aria-hidden className="size-3" />
            </button>
          </span>
        ))}
        <input
          ref={input}
          value={text}
          disabled={disabled}
          placeholder={value.length === 0 ? placeholder : undefined}
          aria-label={props['aria-label']}
          {...wiring}
          onChange={event => setText(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => text.trim() && add([text])}
          className="h-6 min-w-24 flex-1 bg-transparent px-1.5 text-sm outline-none"
        />
      </div>
      {problem ? (
        <p role="alert" className="text-[0.8125rem] text-destructive">
          {problem}
        </p>
      ) : null}
    </div>
  )
}
