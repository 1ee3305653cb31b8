'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card, CardContent, CardDescription, CardFooter, CardHeader, CardTitle } from '@/components/ui/card'
import { Input } from '@/components/ui/input'
import { NativeSelect } from '@/components/ui/native-select'
import type { CategoryView } from '@/server/items/queries/imports'
import type { CategoryChoice, ImportSummary } from '@/server/items/schema'

type Unknown = ImportSummary['unknownCategories'][number]

interface CategoryMappingProps {
  unknown: Unknown[]
  categories: CategoryView[]
  isPending: boolean
  onApply: (chosen: Record<string, CategoryChoice>) => Promise<void>
}

/** "formal_writing" → "Formal writing". */
const readable = (value: string) => {
  const spaced = value.replaceAll('_', ' ').trim()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

/** For each category that the file has and the catalogue has not: which it is, or that it is made. */
export function CategoryMapping({ unknown, categories, isPending, onApply }: CategoryMappingProps) {
  const t = useTranslations('imports')
  const [chosen, setChosen] = useState<Record<string, CategoryChoice>>({})
  const isComplete = unknown.every(({ folded }) => {
    const choice = chosen[folded]
    return choice && (choice.action !== 'create' || choice.name.trim() !== '')
  })
  return (
    <Card>
      <CardHeader>
        <CardTitle as="h3">{t('mapping.title', { count: unknown.length })}</CardTitle>
        <CardDescription>{t('mapping.text')}</CardDescription>
      </CardHeader>
      <CardContent>
        <ul className="divide-y">
          {unknown.map(category => (
            <MappingRow
              key={category.folded}
              category={category}
              categories={categories}
              choice={chosen[category.folded]}
              onChoose={choice => setChosen(old => ({ ...old, [category.folded]: choice }))}
            />
          ))}
        </ul>
      </CardContent>
      <CardFooter>
        <Button disabled={!isComplete} pending={isPending} onClick={() => onApply(chosen)}>
          {t('mapping.apply')}
        </Button>
      </CardFooter>
    </Card>
  )
}

interface MappingRowProps {
  category: Unknown
  categories: CategoryView[]
  choice: CategoryChoice | undefined
  onChoose: (choice: CategoryChoice) => void
}

function MappingRow({ category, categories, choice, onChoose }: MappingRowProps) {
  const t = useTranslations('imports')
  const value = choice?.action === 'map' ? `=${choice.code}` : (choice?.action ?? '')
  const choose = (next: string) => {
    if (next === 'create') onChoose({ action: 'create', name: readable(category.value) })
    else if (next === 'none') onChoose({ action: 'none' })
    else if (next !== '') onChoose({ action: 'map', code: next.slice(1) })
  }
  return (
    <li className="grid items-center gap-x-4 gap-y-2 py-2 md:grid-cols-[minmax(8rem,18rem)_minmax(12rem,16rem)_minmax(10rem,16rem)]">
      <span className="grid min-w-0">
        <bdi className="break-words font-medium">{category.value}</bdi>
        <span className="text-[0.8125rem] text-muted-foreground">{t('mapping.times', category)}</span>
      </span>
      <NativeSelect
        aria-label={t('mapping.label', { value: category.value })}
        value={value}
        onChange={event => choose(event.target.value)}
      >
        <option value="" disabled>
          {t('mapping.choose')}
        </option>
        <optgroup label={t('mapping.is')}>
          {categories.map(({ code, name }) => (
            <option key={code} value={`=${code}`}>
              {name}
            </option>
          ))}
        </optgroup>
        <option value="create">{t('mapping.create')}</option>
        <option value="none">{t('mapping.none')}</option>
      </NativeSelect>
      {choice?.action === 'create' ? (
        <Input
          aria-label={t('mapping.createAs')}
          dir="auto"
          maxLength={80}
          value={choice.name}
          onChange={event => onChoose({ action: 'create', name: event.target.value })}
        />
      ) : null}
    </li>
  )
}
