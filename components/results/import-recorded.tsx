'use client'

import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/components/trpc/context'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { CheckboxField } from '@/components/ui/checkbox'
import { FileDrop } from '@/components/ui/file-drop'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { NativeSelect } from '@/components/ui/native-select'
import {
  largestBrowserFile,
  type RecordedOptions,
  type RecordedProblem,
  recordedStepSchema,
} from '@/server/results/schema'
import { RecordedProblems } from './recorded-problems'

interface ChosenFile {
  name: string
  text: string
}

const isProblems = (value: unknown): value is RecordedProblem[] => Array.isArray(value)

/** A file of recorded judgments, what to do with it, and what came of it. */
export function ImportRecorded({ study, canSetStep }: { study: string; canSetStep: boolean }) {
  const t = useTranslations('recordedImport')
  const router = useRouter()
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [createMissing, setCreateMissing] = useState(true)
  const [step, setStep] = useState('')
  const [language, setLanguage] = useState('')
  const { mutate, isPending, data, error, reset } = useMutation(
    useTRPC().results.importJudgments.mutationOptions({ onSuccess: () => router.refresh() }),
  )

  async function choose([chosen]: File[]) {
    reset()
    setRefusal(null)
    setFile(null)
    if (!chosen) return
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await chosen.arrayBuffer())
      setFile({ name: chosen.name, text })
    } catch {
      setRefusal(t('notUtf8', { name: chosen.name }))
    }
  }

  function send(chosen: ChosenFile, dryRun: boolean) {
    const options: RecordedOptions = {
      fileName: chosen.name,
      format: /\.(jsonl|ndjson|json)$/i.test(chosen.name) ? 'jsonl' : 'csv',
      createMissing,
      step: recordedStepSchema.safeParse(Number(step)).data,
      ...(createMissing && language.trim() !== '' ? { language: language.trim() } : {}),
      dryRun,
    }
    mutate({ study, text: chosen.text, options })
  }

  const detail: Record<string, unknown> = error?.data?.detail ?? {}
  const { problems, count } = detail
  return (
    <div className="grid max-w-3xl gap-5">
      <FileDrop
        accept=".csv,.jsonl,.ndjson,.json"
        maxBytes={largestBrowserFile}
        disabled={isPending}
        title={t('drop')}
        hint={t('hint')}
        onFiles={choose}
        onReject={() => setRefusal(t('rejected'))}
      />
      {refusal ? <Alert variant="destructive">{refusal}</Alert> : null}
      <CheckboxField
        label={t('createMissing')}
        hint={t('createMissingHint')}
        checked={createMissing}
        onCheckedChange={checked => setCreateMissing(checked === true)}
      />
      {createMissing ? (
        <FormField label={t('language')} hint={t('languageHint')}>
          <Input value={language} onChange={event => setLanguage(event.target.value)} className="max-w-40" />
        </FormField>
      ) : null}
      {canSetStep ? (
        <FormField label={t('step')} hint={t('stepHint')}>
          <NativeSelect value={step} onChange={event => setStep(event.target.value)}>
            <option value="">{t('stepKept')}</option>
            {['1', '0.5', '0.2', '0.1'].map(value => (
              <option key={value} value={value}>
                {value}
              </option>
            ))}
          </NativeSelect>
        </FormField>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={file === null} pending={isPending} onClick={() => (file ? send(file, false) : undefined)}>
          {file ? t('import', { name: file.name }) : t('chooseFirst')}
        </Button>
        {file ? (
          <Button variant="outline" pending={isPending} onClick={() => send(file, true)}>
            {t('check')}
          </Button>
        ) : null}
      </div>
      {error ? (
        <Alert variant="destructive" title={t('refused')}>
          {isProblems(problems) ? t('problems', { count: Number(count) }) : error.message}
        </Alert>
      ) : null}
      {isProblems(problems) ? <RecordedProblems problems={problems} /> : null}
      {data ? (
        <Alert
          variant="success"
          title={t(data.dryRun ? 'checked' : 'done', { judgments: data.judgments, ratings: data.ratings })}
          action={
            <Link href={`/studies/${study}`} className="text-primary underline-offset-4 hover:underline">
              {t('toOverview')}
            </Link>
          }
        >
          {`${t(`kinds.${data.kind}`)}. `}
          {t('doneDetail', {
            unchanged: data.unchanged,
            blank: data.blankScores,
            items: data.itemsCreated,
            models: data.modelsCreated.length,
          })}
          {data.stepSet === null ? null : ` ${t('doneStep', { step: data.stepSet })}`}
        </Alert>
      ) : null}
    </div>
  )
}
