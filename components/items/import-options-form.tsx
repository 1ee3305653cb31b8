'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { Button } from '@/components/ui/button'
import { Collapsible, CollapsibleContent, CollapsibleTrigger } from '@/components/ui/collapsible'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { NativeSelect } from '@/components/ui/native-select'
import { csvEncodings, type ImportOptions, importOptionsSchema } from '@/server/items/schema'
import { languageTagSchema } from '@/server/people/schema'

const formSchema = importOptionsSchema
  .pick({ format: true, encoding: true, delimiter: true })
  .required()
  .extend({ defaultLanguage: z.union([z.literal(''), languageTagSchema]) })
type Values = z.infer<typeof formSchema>

interface ImportOptionsFormProps {
  options: ImportOptions
  isPending: boolean
  onApply: (changes: Partial<ImportOptions>) => Promise<void>
}

const delimiters = [
  ['auto', 'auto'],
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'pipe'],
] as const

/** How the file is read: language, format, encoding. A change means another check. */
export function ImportOptionsForm({ options, isPending, onApply }: ImportOptionsFormProps) {
  const t = useTranslations('imports')
  const { register, handleSubmit, formState } = useForm<z.input<typeof formSchema>, unknown, Values>({
    resolver: zodResolver(formSchema),
    defaultValues: { ...options, defaultLanguage: options.defaultLanguage ?? '' },
  })
  const submit = handleSubmit(({ defaultLanguage, ...rest }) =>
    onApply({ ...rest, defaultLanguage: defaultLanguage || null }),
  )
  return (
    <Collapsible>
      <CollapsibleTrigger>{t('options.title')}</CollapsibleTrigger>
      <CollapsibleContent>
        <form method="post" onSubmit={submit} className="mt-2 grid gap-4 rounded-lg border bg-card p-4">
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            <FormField
              label={t('options.defaultLanguage')}
              hint={t('options.defaultLanguageHint')}
              error={formState.errors.defaultLanguage ? t('options.badLanguage') : undefined}
            >
              <Input autoComplete="off" spellCheck={false} {...register('defaultLanguage')} />
            </FormField>
            <FormField label={t('options.format')}>
              <NativeSelect {...register('format')}>
                {(['auto', 'jsonl', 'csv'] as const).map(format => (
                  <option key={format} value={format}>
                    {t(`options.formats.${format}`)}
                  </option>
                ))}
              </NativeSelect>
            </FormField>
            <FormField label={t('options.encoding')} hint={t('options.encodingHint')}>
              <NativeSelect {...register('encoding')}>
                {csvEncodings.map(encoding => (
                  <option key={encoding} value={encoding}>
                    {encoding.toUpperCase()}
                  </option>
                ))}
              </NativeSelect>
            </FormField>
            <FormField label={t('options.delimiter')}>
              <NativeSelect {...register('delimiter')}>
                {delimiters.map(([value, name]) => (
                  <option key={name} value={value}>
                    {t(`options.delimiters.${name}`)}
                  </option>
                ))}
              </NativeSelect>
            </FormField>
          </div>
          <Button type="submit" variant="outline" pending={isPending} className="justify-self-start">
            {t('options.apply')}
          </Button>
        </form>
      </CollapsibleContent>
    </Collapsible>
  )
}
