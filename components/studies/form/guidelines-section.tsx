'use client'

import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { FormField } from '@/components/ui/form-field'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { Textarea } from '@/components/ui/textarea'
import { GuidelinesPreview } from '../guidelines-preview'
import { useStudyForm } from './study-form-values'

/** What annotators read before they judge, as markdown and as they will see it. */
export function GuidelinesSection() {
  const t = useTranslations('studyForm')
  const { register, control, formState } = useStudyForm()
  const text = useWatch({ control, name: 'protocol.guidelines' })
  return (
    <Tabs defaultValue="write">
      <TabsList>
        <TabsTrigger value="write">{t('guidelines.write')}</TabsTrigger>
        <TabsTrigger value="preview">{t('guidelines.preview')}</TabsTrigger>
      </TabsList>
      <TabsContent value="write">
        <FormField
          label={t('guidelines.label')}
          hint={t('guidelines.hint')}
          error={formState.errors.protocol?.guidelines?.message}
        >
          <Textarea {...register('protocol.guidelines')} rows={14} dir="auto" className="font-mono text-[0.8125rem]" />
        </FormField>
      </TabsContent>
      <TabsContent value="preview">
        <GuidelinesPreview text={text} />
      </TabsContent>
    </Tabs>
  )
}
