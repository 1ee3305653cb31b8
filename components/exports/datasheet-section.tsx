'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/page-header'
import type { Datasheet } from '@/server/exports/schema'
import { DatasheetDialog } from './datasheet-dialog'
import { datasheetFields } from './datasheet-fields'

/** What the team says of a study for papers and data sets. */
export function DatasheetSection({ study, datasheet }: { study: string; datasheet: Datasheet }) {
  const t = useTranslations('exports.datasheet')
  const [shown, setShown] = useState(datasheet)
  const [isOpen, setIsOpen] = useState(false)
  const said = datasheetFields.filter(field => shown[field] !== '')
  return (
    <Section
      title={t('title')}
      description={t('description')}
      actions={
        <Button variant="outline" onClick={() => setIsOpen(true)}>
          {t('edit')}
        </Button>
      }
    >
      <p className="text-muted-foreground text-sm">{t('said', { said: said.length, all: datasheetFields.length })}</p>
      <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[14rem_1fr]">
        {said.map(field => (
          <div key={field} className="contents">
            <dt className="font-medium">{t(field)}</dt>
            <dd className="line-clamp-3 whitespace-pre-line break-words text-muted-foreground">
              <bdi>{shown[field]}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <DatasheetDialog study={study} datasheet={shown} open={isOpen} onOpenChange={setIsOpen} onSaved={setShown} />
    </Section>
  )
}
