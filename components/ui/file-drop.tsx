'use client'

import { Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react'
import { Button } from './button'
import { cn } from './class-names'

export interface FileDropProps {
  /** As in the `accept` attribute: ".jsonl,.csv". Dropped files are held to it as well. */
  accept?: string
  multiple?: boolean
  disabled?: boolean
  maxBytes?: number
  title?: ReactNode
  hint?: ReactNode
  onFiles: (files: File[]) => void
  /** Files that were refused for their kind or size. */
  onReject?: (files: File[]) => void
  className?: string
}

/** Files by drag and drop, or by a button for keyboard and touch. */
export function FileDrop(props: FileDropProps) {
  const { accept, multiple = false, disabled, maxBytes, title, hint, onFiles, onReject, className } = props
  const t = useTranslations('ui')
  const hintId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)

  function take(list: FileList | null) {
    const offered = Array.from(list ?? []).slice(0, multiple ? undefined : 1)
    const fits = (file: File) => isAccepted(file, accept) && (maxBytes === undefined || file.size <= maxBytes)
    const taken = offered.filter(fits)
    const refused = offered.filter(file => !fits(file))
    if (taken.length > 0) onFiles(taken)
    if (refused.length > 0) onReject?.(refused)
  }

  function onDrop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    if (!disabled) take(event.dataTransfer.files)
  }

  return (
    <fieldset
      aria-describedby={hint ? hintId : undefined}
      onDragOver={event => {
        event.preventDefault()
        setIsOver(!disabled)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
      className={cn(
        'flex flex-col items-center gap-1 rounded-lg border border-input border-dashed bg-card px-6 py-8 text-center transition-colors',
        isOver && 'border-primary bg-accent',
        disabled && 'opacity-60',
        className,
      )}
    >
      <legend className="sr-only">{title ?? t('dropFiles', { count: multiple ? 2 : 1 })}</legend>
      <Upload aria-hidden className="mb-1 size-5 text-muted-foreground" />
      <p className="font-medium">{title ?? t('dropFiles', { count: multiple ? 2 : 1 })}</p>
      {hint ? (
        <p id={hintId} className="max-w-prose text-pretty text-[0.8125rem] text-muted-foreground">
          {hint}
        </p>
      ) : null}
      <Button variant="outline" className="mt-2" disabled={disabled} onClick={() => input.current?.click()}>
        {t('chooseFiles', { count: multiple ? 2 : 1 })}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        aria-label={t('chooseFiles', { count: multiple ? 2 : 1 })}
        onChange={event => {
          take(event.target.files)
          // The same file chosen again must be a change again.
          event.target.value = ''
        }}
      />
    </fieldset>
  )
}

function isAccepted(file: File, accept: string | undefined) {
  if (!accept) return true
  const name = file.name.toLowerCase()
  return accept
    .split(',')
    .map(kind => kind.trim().toLowerCase())
    .some(kind => (kind.startsWith('.') ? name.endsWith(kind) : matchesType(file.type, kind)))
}

function matchesType(type: string, kind: string) {
  return kind.endsWith('/*') ? type.startsWith(kind.slice(0, -1)) : type === kind
}
