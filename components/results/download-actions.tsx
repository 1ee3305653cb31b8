'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { type ResultFilter, wholeStudy } from '@/server/results/filter'
import { withFilter } from './filter/filter-address'
import { TableDownload } from './table-download'

interface DownloadActionsProps {
  study: string
  /** False: the study asks for no score, so there are neither tables nor the judgments of them. */
  hasScores?: boolean
  /** Of the tables; the first scale by default. */
  criterion?: string
  filter?: ResultFilter
}

/** Downloads of a study's results. Naming people asks first, for it is put on record. */
export function DownloadActions({ study, hasScores = true, criterion, filter = wholeStudy }: DownloadActionsProps) {
  const t = useTranslations('results')
  const [isAsking, setIsAsking] = useState(false)
  const at = (file: string) => withFilter(`/api/downloads/studies/${encodeURIComponent(study)}/${file}`, filter)
  return (
    <>
      {hasScores ? (
        <TableDownload
          address={at(criterion ? `scores?criterion=${criterion}` : 'scores')}
          label={t('downloadTable')}
        />
      ) : null}
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="outline">
            <Download aria-hidden />
            {t('downloadJudgments')}
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {hasScores ? (
            <DropdownMenuItem asChild>
              <a href={at('judgments')} download>
                {t('withPseudonyms')}
              </a>
            </DropdownMenuItem>
          ) : null}
          <DropdownMenuItem asChild>
            <a href={at('ratings')} download>
              {t('downloadLong')}
            </a>
          </DropdownMenuItem>
          <DropdownMenuItem asChild>
            <a href={at('ratings?format=jsonl')} download>
              {t('downloadLongJson')}
            </a>
          </DropdownMenuItem>
          <DropdownMenuItem asChild>
            <a href={`/api/downloads/studies/${encodeURIComponent(study)}/ratings?all=true`} download>
              {t('downloadLongAll')}
            </a>
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={() => setIsAsking(true)}>{t('withEmails')}</DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t('emailsTitle')}
        description={t('emailsDescription')}
        confirmLabel={t('emailsConfirm')}
        onConfirm={async () => {
          window.location.assign(at(hasScores ? 'judgments?annotators=email' : 'ratings?annotators=email'))
        }}
      />
    </>
  )
}
