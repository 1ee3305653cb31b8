import { cn } from '@/components/ui/class-names'

/** The letter of a slot, as it stands at the response and at its score. */
export function Letter({ letter, isCurrent }: { letter: string; isCurrent: boolean }) {
  return (
    <span
      aria-hidden
      className={cn(
        'inline-flex size-6 shrink-0 items-center justify-center rounded-sm font-semibold text-[0.8125rem]',
        isCurrent ? 'bg-primary text-primary-foreground' : 'bg-secondary text-secondary-foreground',
      )}
    >
      {letter}
    </span>
  )
}
