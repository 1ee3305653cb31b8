'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu'
import { statementRanges } from './statement-ranges'

/** The daily statement of one annotator, over all studies, as a file. Days are those of the browser's time zone. */
export function StatementDownload({ userId, name }: { userId: string; name: string }) {
  const t = useTranslations('progress.statement')
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="sm" aria-label={t('of', { name })}>
          <Download aria-hidden />
          {t('csv')}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <StatementLinks userId={userId} />
      </DropdownMenuContent>
    </DropdownMenu>
  )
}

// Its own component: it is drawn when the menu opens, in the browser alone, whose days these are.
function StatementLinks({ userId }: { userId: string }) {
  const t = useTranslations('progress.statement')
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return statementRanges(new Date()).map(({ name, from, to }) => (
    <DropdownMenuItem key={name} asChild>
      <a href={`/api/downloads/statement?${new URLSearchParams({ person: userId, from, to, timeZone })}`} download>
        {t(name)}
      </a>
    </DropdownMenuItem>
  ))
}
