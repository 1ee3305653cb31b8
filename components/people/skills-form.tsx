'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { CheckboxField } from '@/components/ui/checkbox'
import { FormField } from '@/components/ui/form-field'
import { NativeSelect } from '@/components/ui/native-select'
import { type LanguageChoice, languageName } from '@/server/people/language-choices'
import {
  declaredSkillsSchema,
  type PersonLanguage,
  proficiencies,
  proficiencySchema,
  type Skills,
  skillsSchema,
} from '@/server/people/schema'
import { LanguageCombobox } from './language-combobox'
import { useFailureText } from './use-failure-text'
import { useProblemText } from './use-problem-text'

export interface SkillsFormProps {
  skills: Skills
  choices: LanguageChoice[]
  categories: { code: string; name: string }[]
  /** People declare at least one language; an admin may take all away. */
  isOwn: boolean
  submitLabel: string
  onSave: (skills: Skills) => Promise<unknown>
}

/** Languages with proficiency, and the categories that somebody is an expert in. */
export function SkillsForm({ skills, choices, categories, isOwn, submitLabel, onSave }: SkillsFormProps) {
  const t = useTranslations('skills')
  // The categories that every installation has are translated; others are named as an admin named them.
  const nameOf = (code: string, name: string) => {
    const key = `categories.${code}` as 'categories.math'
    return t.has(key) ? t(key) : name
  }
  const problemText = useProblemText()
  const failureText = useFailureText()
  const [failure, setFailure] = useState<string>()
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(isOwn ? declaredSkillsSchema : skillsSchema),
    defaultValues: skills,
  })
  const { errors, isSubmitting } = formState

  const submit = handleSubmit(async given => {
    setFailure(undefined)
    try {
      await onSave(given)
    } catch (error) {
      setFailure(failureText(error instanceof Error ? error : null))
    }
  })

  return (
    <form
      method="post"
      noValidate
      className="grid gap-5"
      onSubmit={event => {
        // In a dialog, React would hand it on to a form around the dialog.
        event.stopPropagation()
        return submit(event)
      }}
    >
      {failure ? <Alert variant="destructive">{failure}</Alert> : null}
      <Controller
        control={control}
        name="languages"
        render={({ field }) => (
          <FormField
            group
            label={t('languages')}
            hint={t('languagesHint')}
            error={problemText(errors.languages?.root?.message ?? errors.languages?.message)}
            required={isOwn}
          >
            <LanguageList value={field.value} onValueChange={field.onChange} choices={choices} />
          </FormField>
        )}
      />
      <Controller
        control={control}
        name="expertise"
        render={({ field }) => (
          <fieldset className="grid gap-2">
            <legend className="mb-1.5 font-medium text-sm">{t('expertise')}</legend>
            <p className="text-[0.8125rem] text-muted-foreground">{t('expertiseHint')}</p>
            <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
              {categories.map(({ code, name }) => (
                <CheckboxField
                  key={code}
                  label={nameOf(code, name)}
                  checked={field.value.includes(code)}
                  onCheckedChange={isChosen =>
                    field.onChange(isChosen ? [...field.value, code] : field.value.filter(other => other !== code))
                  }
                />
              ))}
            </div>
          </fieldset>
        )}
      />
      <Button type="submit" className="justify-self-start" pending={isSubmitting}>
        {submitLabel}
      </Button>
    </form>
  )
}

interface LanguageListProps {
  value: PersonLanguage[]
  onValueChange: (value: PersonLanguage[]) => void
  choices: LanguageChoice[]
}

function LanguageList({ value, onValueChange, choices }: LanguageListProps) {
  const t = useTranslations('skills')
  return (
    <div className="grid gap-2">
      {value.length > 0 ? (
        <ul className="grid gap-1.5">
          {value.map(({ tag, proficiency }) => {
            const name = languageName(tag, choices)
            return (
              <li key={tag} className="flex items-center gap-2">
                <span className="min-w-0 flex-1 truncate">
                  {name} {name === tag ? null : <span className="text-muted-foreground text-xs">{tag}</span>}
                </span>
                <NativeSelect
                  aria-label={t('proficiencyIn', { language: name })}
                  className="w-36 shrink-0"
                  value={proficiency}
                  onChange={event => {
                    const chosen = proficiencySchema.parse(event.target.value)
                    onValueChange(value.map(other => (other.tag === tag ? { tag, proficiency: chosen } : other)))
                  }}
                >
                  {proficiencies.toReversed().map(level => (
                    <option key={level} value={level}>
                      {t(`proficiency.${level}`)}
                    </option>
                  ))}
                </NativeSelect>
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label={t('removeLanguage', { language: name })}
                  onClick={() => onValueChange(value.filter(other => other.tag !== tag))}
                >
                  <X aria-hidden />
                </Button>
              </li>
            )
          })}
        </ul>
      ) : null}
      <LanguageCombobox
        choices={choices}
        taken={value.map(({ tag }) => tag)}
        label={t('addLanguage')}
        onChoose={tag => onValueChange([...value, { tag, proficiency: value.length === 0 ? 'NATIVE' : 'FLUENT' }])}
      />
    </div>
  )
}
