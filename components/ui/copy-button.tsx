'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button, type ButtonLook } from './button'
import { cn } from './class-names'
import { Input } from './input'

export interface CopyButtonProps extends ButtonLook {
  value: string
  /** What is copied, for the button's name; default "Copy". */
  label?: string
  showLabel?: boolean
  className?: string
}

export function CopyButton({ value, label, showLabel, variant = 'outline', size, className }: CopyButtonProps) {
  const t = useTranslations('ui')
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed'>()

  useEffect(() => {
    if (!outcome) return
    const timer = setTimeout(() => setOutcome(undefined), 2_000)
    return () => clearTimeout(timer)
  }, [outcome])

  async function copy() {
    try {
      await navigator.clipboard.writeText(value)
      setOutcome('copied')
    } catch {
      // Without a secure context there is no clipboard; the text beside the button can still be selected.
      setOutcome('copyFailed')
    }
  }

  const name = label ?? t('copy')
  return (
    <Button
      variant={variant}
      size={size ?? (showLabel ? 'default' : 'icon')}
      aria-label={showLabel ? undefined : name}
      title={showLabel ? undefined : name}
      onClick={copy}
      className={className}
    >
      {outcome === 'copied' ? <Check aria-hidden className="text-success" /> : <Copy aria-hidden />}
      {showLabel ? name : null}
      <span role="status" className="sr-only">
        {outcome ? t(outcome) : ''}
      </span>
    </Button>
  )
}

/** A text to be passed on (a link, a token) with its copy button. */
export function CopyField({ value, label, className }: { value: string; label: string; className?: string }) {
  return (
    <div className={cn('flex items-center gap-2', className)}>
      <Input
        readOnly
        value={value}
        aria-label={label}
        onFocus={event => event.target.select()}
        className="font-mono text-[0.8125rem]"
      />
      <CopyButton value={value} label={label} />
    </div>
  )
}
