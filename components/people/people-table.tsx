'use client'

import type { ColumnDef } from '@tanstack/react-table'
import { useFormatter, useTranslations } from 'next-intl'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { Badge } from '@/components/ui/badge'
import { DataTable } from '@/components/ui/data-table'
import { Input } from '@/components/ui/input'
import { NativeSelect } from '@/components/ui/native-select'
import { languageName } from '@/server/people/language-choices'
import type { Person } from '@/server/people/queries/list-people'
import { momentFormat } from './date-time-format'
import { PersonActions } from './person-actions'
import { PersonState } from './person-badges'
import type { SkillsFormProps } from './skills-form'

const roles = ['ADMIN', 'ANNOTATOR'] as const

type PeopleTableProps = { people: Person[] } & Pick<SkillsFormProps, 'choices' | 'categories'>

/** Everybody; search and role are kept in the address. */
export function PeopleTable({ people, choices, categories }: PeopleTableProps) {
  const t = useTranslations('people')
  const columns = usePeopleColumns({ choices, categories })
  const [filters, setFilters] = useQueryStates({
    search: parseAsString.withDefault(''),
    role: parseAsStringLiteral(roles),
  })
  const wanted = filters.search.trim().toLowerCase()
  const found = people.filter(person => {
    const languages = person.languages.map(({ tag }) => `${tag} ${languageName(tag, choices)}`)
    const text = [person.name, person.email, person.pseudonym, ...languages].join('\n').toLowerCase()
    return (!filters.role || person.role === filters.role) && text.includes(wanted)
  })
  return (
    <DataTable
      columns={columns}
      data={found}
      caption={t('title')}
      getRowId={person => person.id}
      pagination={{ pageSize: 50 }}
      toolbar={
        <search className="flex flex-1 flex-wrap items-center gap-2">
          <Input
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            className="w-full sm:w-72"
            value={filters.search}
            onChange={event => setFilters({ search: event.target.value || null })}
          />
          <NativeSelect
            aria-label={t('role')}
            className="w-auto"
            value={filters.role ?? ''}
            onChange={event => setFilters({ role: roles.find(role => role === event.target.value) ?? null })}
          >
            <option value="">{t('allRoles')}</option>
            {roles.map(role => (
              <option key={role} value={role}>
                {t(`roles.${role}`)}
              </option>
            ))}
          </NativeSelect>
        </search>
      }
    />
  )
}

function usePeopleColumns({ choices, categories }: Omit<PeopleTableProps, 'people'>): ColumnDef<Person>[] {
  const t = useTranslations('people')
  const format = useFormatter()
  return useMemo(
    () => [
      {
        accessorKey: 'name',
        header: t('name'),
        meta: { wrap: true },
        cell: ({ row: { original } }) => (
          <div className="grid min-w-52">
            <span dir="auto" className="break-words font-medium">
              {original.name}{' '}
              {original.isMe ? <span className="font-normal text-muted-foreground">{t('you')}</span> : null}
            </span>
            <span className="block max-w-72 truncate text-muted-foreground text-xs" title={original.email}>
              {original.email}
            </span>
          </div>
        ),
      },
      {
        accessorKey: 'role',
        header: t('role'),
        cell: ({ row: { original } }) => (
          <Badge variant={original.role === 'ADMIN' ? 'info' : 'secondary'}>{t(`roles.${original.role}`)}</Badge>
        ),
      },
      {
        id: 'languages',
        header: t('languages'),
        enableSorting: false,
        meta: { wrap: true },
        cell: ({ row: { original } }) => (
          <span className="flex min-w-36 flex-wrap gap-1">
            {original.languages.map(({ tag, proficiency }) => (
              <Badge key={tag} variant="outline">
                {languageName(tag, choices)}
                <span className="font-normal text-muted-foreground">{t(`proficiency.${proficiency}`)}</span>
              </Badge>
            ))}
          </span>
        ),
      },
      {
        id: 'expertise',
        header: t('expertise'),
        enableSorting: false,
        meta: { wrap: true },
        cell: ({ row: { original } }) => (
          <span className="block min-w-32 text-[0.8125rem]">
            {original.expertise.map(code => categories.find(one => one.code === code)?.name ?? code).join(' · ')}
          </span>
        ),
      },
      {
        id: 'state',
        accessorFn: person => (person.isDisabled ? 2 : person.isNew ? 1 : 0),
        header: t('stateHeader'),
        cell: ({ row: { original } }) => <PersonState isDisabled={original.isDisabled} isNew={original.isNew} />,
      },
      {
        id: 'lastSignIn',
        accessorFn: person => person.lastSignInAt?.getTime() ?? 0,
        header: t('lastSignIn'),
        cell: ({ row: { original } }) =>
          original.lastSignInAt ? (
            <time dateTime={original.lastSignInAt.toISOString()}>
              {format.dateTime(original.lastSignInAt, momentFormat)}
            </time>
          ) : (
            <span className="text-muted-foreground">{t('never')}</span>
          ),
      },
      {
        id: 'actions',
        header: () => <span className="sr-only">{t('actions')}</span>,
        enableSorting: false,
        cell: ({ row: { original } }) => <PersonActions person={original} choices={choices} categories={categories} />,
      },
    ],
    [t, format, choices, categories],
  )
}
