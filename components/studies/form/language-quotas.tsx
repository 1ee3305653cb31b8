'use client'

import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useController } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { NumberField } from '@/components/ui/number-field'
import { useStudyForm } from './study-form-values'

interface QuotaRow {
  key: number
  tag: string
  most: number | null
}

/** The most that one annotator judges in a language; languages without a row have no such limit. */
export function LanguageQuotas() {
  const t = useTranslations('studyForm')
  const { control, formState } = useStudyForm()
  const { field } = useController({ control, name: 'protocol.quotaPerLanguage' })
  // Half-filled rows live here only: a record has no room for them.
  const [rows, setRows] = useState<QuotaRow[]>(() =>
    Object.entries(field.value).map(([tag, most], key) => ({ key, tag, most })),
  )
  const errors = Object.values(formState.errors.protocol?.quotaPerLanguage ?? {})
  const [error] = errors.map(one => (typeof one === 'object' ? one?.message : undefined)).filter(Boolean)

  function change(next: QuotaRow[]) {
    setRows(next)
    const filled = next.flatMap(({ tag, most }) => (tag.trim() && most !== null ? [[tag.trim(), most] as const] : []))
    field.onChange(Object.fromEntries(filled))
  }

  const edit = (key: number, part: Partial<QuotaRow>) =>
    change(rows.map(row => (row.key === key ? { ...row, ...part } : row)))

  return (
    <fieldset className="grid justify-items-start gap-2">
      <legend className="mb-1 font-medium text-sm">{t('quota.language')}</legend>
      <p className="text-[0.8125rem] text-muted-foreground">{t('quota.languageHint')}</p>
      {error ? (
        <p role="alert" className="text-[0.8125rem] text-destructive">
          {error}
        </p>
      ) : null}
      {rows.map((row, number) => (
        <div key={row.key} className="flex items-center gap-2">
          <Input
            aria-label={t('quota.tagOf', { number: number + 1 })}
            placeholder="zh"
            className="w-28"
            value={row.tag}
            onChange={event => edit(row.key, { tag: event.target.value })}
          />
          <NumberField
            aria-label={t('quota.mostOf', { number: number + 1 })}
            value={row.most}
            min={0}
            onValueChange={most => edit(row.key, { most })}
          />
          <Button
            variant="ghost"
            size="icon"
            aria-label={t('quota.removeRow', { number: number + 1 })}
            onClick={() => change(rows.filter(other => other.key !== row.key))}
          >
            <X aria-hidden />
          </Button>
        </div>
      ))}
      <Button
        variant="outline"
        size="sm"
        onClick={() => change([...rows, { key: 1 + Math.max(-1, ...rows.map(row => row.key)), tag: '', most: null }])}
      >
        <Plus aria-hidden />
        {t('quota.addRow')}
      </Button>
    </fieldset>
  )
}
