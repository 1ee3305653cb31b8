'use client'

import { Ellipsis, Eye } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import type { StudyHead } from '@/server/studies/queries/get-study'
import type { StudyAct } from '@/server/studies/study-lifecycle'
import { CloseStudyDialog } from './close-study-dialog'
import { DuplicateStudyDialog } from './duplicate-study-dialog'
import { LifecycleDialog } from './lifecycle-dialog'

export type AskedAct =
  | 'open'
  | 'pause'
  | 'resume'
  | 'close'
  | 'extend'
  | 'unblind'
  | 'archive'
  | 'restore'
  | 'duplicate'

/** The act that comes next in a study's life is a button; the others are in the menu. */
const nextActs = ['open', 'resume', 'pause', 'unblind', 'restore'] as const
const menuActs = ['close', 'extend', 'archive'] as const

/** What can be done to a study now. Every act asks first, and says what it does. */
export function StudyActions({ study }: { study: StudyHead }) {
  const t = useTranslations('studyActions')
  const [asked, setAsked] = useState<AskedAct | null>(null)
  const allowed = (act: StudyAct) => study.acts.includes(act)
  const next = nextActs.find(allowed)
  const dialog = { study, onOpenChange: (open: boolean) => (open ? undefined : setAsked(null)) }
  return (
    <>
      <Button asChild variant="outline">
        <Link href={`/studies/${study.slug}/preview`}>
          <Eye aria-hidden />
          {t('preview')}
        </Link>
      </Button>
      {next ? <Button onClick={() => setAsked(next)}>{t(`${next}.act`)}</Button> : null}
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="outline" size="icon" aria-label={t('more')}>
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem onSelect={() => setAsked('duplicate')}>{t('duplicate.act')}</DropdownMenuItem>
          {menuActs.some(allowed) ? <DropdownMenuSeparator /> : null}
          {menuActs.filter(allowed).map(act => (
            <DropdownMenuItem key={act} onSelect={() => setAsked(act)}>
              {t(`${act}.act`)}
            </DropdownMenuItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
      <LifecycleDialog {...dialog} act={asked && asked !== 'duplicate' && asked !== 'close' ? asked : null} />
      <CloseStudyDialog {...dialog} open={asked === 'close'} />
      <DuplicateStudyDialog {...dialog} open={asked === 'duplicate'} />
    </>
  )
}
