import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/class-names'

/** The mark and the name, as a link to the start. `compact` drops the name where there is little room. */
export function ProductMark({ href, compact }: { href: string; compact?: boolean }) {
  const t = useTranslations('common')
  return (
    <Link
      href={href}
      className="inline-flex items-center gap-2 rounded-sm font-semibold text-[0.9375rem] tracking-tight"
    >
      <svg aria-hidden="true" viewBox="0 0 32 32" className="size-5.5 shrink-0">
        <rect width="32" height="32" rx="7" className="fill-primary" />
        <path
          d="M8 23V9M16 23v-9M24 23V12"
          className="stroke-primary-foreground"
          strokeWidth="3"
          strokeLinecap="round"
        />
        <path d="M5 17h22" className="stroke-primary-foreground/60" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <span className={cn(compact && 'max-sm:sr-only')}>{t('productName')}</span>
    </Link>
  )
}
