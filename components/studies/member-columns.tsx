'use client'

import type { ColumnDef } from '@tanstack/react-table'
import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { Badge } from '@/components/ui/badge'
import type { StudyMember } from '@/server/studies/queries/study-people'
import { MatchCell } from './match-cell'
import { MemberActions } from './member-actions'

/** The columns of the table of a study's annotators. */
export function useMemberColumns(
  study: string,
  protocolQuota: number | null,
  canChange: boolean,
): ColumnDef<StudyMember>[] {
  const t = useTranslations('studyPeople')
  const format = useFormatter()
  return useMemo(
    () => [
      {
        accessorKey: 'name',
        header: t('columns.name'),
        meta: { wrap: true },
        cell: ({ row: { original } }) => (
          <span className="grid">
            <span className="flex items-center gap-1.5">
              <bdi className="font-medium">{original.name}</bdi>
              {original.isDisabled ? <Badge variant="destructive">{t('disabled')}</Badge> : null}
            </span>
            <span className="text-[0.8125rem] text-muted-foreground">{original.email}</span>
          </span>
        ),
      },
      {
        id: 'languages',
        header: t('columns.languages'),
        meta: { wrap: true },
        accessorFn: member => member.languages.map(language => language.tag).join(', '),
        cell: ({ row: { original } }) => (
          <span className="flex flex-wrap gap-1">
            {original.languages.map(language => (
              <Badge key={language.tag} variant="muted">
                {language.tag} · {t(`proficiency.${language.proficiency}`)}
              </Badge>
            ))}
          </span>
        ),
      },
      {
        id: 'matches',
        header: t('columns.matches'),
        meta: { wrap: true },
        accessorFn: member => member.match.items,
        cell: ({ row: { original } }) => <MatchCell match={original.match} />,
      },
      {
        id: 'quota',
        header: t('columns.quota'),
        meta: { numeric: true },
        accessorFn: member => member.quota ?? protocolQuota ?? Number.POSITIVE_INFINITY,
        cell: ({ row: { original } }) =>
          original.quota === null
            ? t('quota.inherited', { quota: protocolQuota === null ? '–' : format.number(protocolQuota) })
            : format.number(original.quota),
      },
      { accessorKey: 'judged', header: t('columns.judged'), meta: { numeric: true } },
      {
        id: 'actions',
        header: () => <span className="sr-only">{t('columns.actions')}</span>,
        enableSorting: false,
        cell: ({ row: { original } }) => (canChange ? <MemberActions study={study} member={original} /> : null),
      },
    ],
    [t, format, study, protocolQuota, canChange],
  )
}
