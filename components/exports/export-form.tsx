'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { useRefusalText } from '@/components/trpc/use-refusal-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card, CardContent, CardFooter } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FormField } from '@/components/ui/form-field'
import { NativeSelect } from '@/components/ui/native-select'
import { RadioGroup, RadioItem } from '@/components/ui/radio-group'
import type { ExportChoice } from '@/server/exports/request/export-choices'
import { exportFormats } from '@/server/exports/request/export-formats'
import type { ExportFormat } from '@/server/exports/schema'
import type { ResultFilter } from '@/server/results/filter'
import { exportGroups, groupOf, namesPeople } from './export-groups'
import { type ChosenOptions, ExportOptionsFields, plainOptions } from './export-options-fields'

interface ExportFormProps {
  study: string
  choices: ExportChoice[]
  filter: ResultFilter
}

/** Asks for a file: what, in which format, how. Naming people asks once more, for it is put on record. */
export function ExportForm({ study, choices, filter }: ExportFormProps) {
  const t = useTranslations('exports')
  const { exports } = useTRPC()
  const queryClient = useQueryClient()
  const refusalText = useRefusalText({ withDetail: true })
  const offered = choices.filter(choice => !choice.isWithheld)
  const [kind, setKind] = useState(offered[0]?.kind)
  const [format, setFormat] = useState<ExportFormat>()
  const [options, setOptions] = useState<ChosenOptions>(plainOptions)
  const [isAsking, setIsAsking] = useState(false)
  const request = useMutation(exports.request.mutationOptions())
  const choice = offered.find(one => one.kind === kind)
  if (!choice) return null
  const formats = exportFormats(choice.kind)
  const chosenFormat = format && formats.includes(format) ? format : (formats[0] ?? 'csv')
  const group = groupOf(choice.kind)
  const members = offered.filter(one => groupOf(one.kind) === group)

  async function make() {
    if (!choice) return
    const { isNew } = await request.mutateAsync({
      study,
      kind: choice.kind,
      format: chosenFormat,
      filter,
      options: {
        ...options,
        annotators: namesPeople(choice.kind) ? options.annotators : 'pseudonym',
        criterion: choice.criteria.some(one => one.id === options.criterion) ? options.criterion : undefined,
      },
    })
    toast.success(t(isNew ? 'queued' : 'same'))
    await queryClient.invalidateQueries({ queryKey: exports.pathKey() })
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (choice && namesPeople(choice.kind) && options.annotators === 'email') setIsAsking(true)
    else make().catch(() => undefined)
  }

  return (
    <Card>
      <form onSubmit={submit}>
        <CardContent className="grid gap-5 md:grid-cols-2">
          <FormField label={t('group')} group>
            <RadioGroup
              value={group}
              onValueChange={next => setKind(offered.find(one => groupOf(one.kind) === next)?.kind)}
            >
              {exportGroups
                .filter(one => offered.some(({ kind }) => groupOf(kind) === one))
                .map(one => (
                  <RadioItem key={one} value={one} label={t(`groups.${one}`)} hint={t(`groups.${one}Hint`)} />
                ))}
            </RadioGroup>
          </FormField>
          <div className="grid content-start gap-4">
            {members.length > 1 ? (
              <FormField label={t('which')}>
                <NativeSelect
                  value={choice.kind}
                  onChange={event => setKind(members.find(one => one.kind === event.target.value)?.kind)}
                >
                  {members.map(one => (
                    <option key={one.kind} value={one.kind}>
                      {t(`kind.${one.kind}`)}
                    </option>
                  ))}
                </NativeSelect>
              </FormField>
            ) : null}
            {formats.length > 1 ? (
              <FormField label={t('format')}>
                <NativeSelect
                  value={chosenFormat}
                  onChange={event => setFormat(formats.find(one => one === event.target.value))}
                >
                  {formats.map(one => (
                    <option key={one} value={one}>
                      {t(`formats.${one}`)}
                    </option>
                  ))}
                </NativeSelect>
              </FormField>
            ) : null}
            <ExportOptionsFields choice={choice} options={options} onChange={setOptions} />
          </div>
        </CardContent>
        {request.error && !isAsking ? (
          <CardContent>
            <Alert variant="destructive">{refusalText(request.error)}</Alert>
          </CardContent>
        ) : null}
        <CardFooter>
          <Button type="submit" pending={request.isPending}>
            {t('make')}
          </Button>
        </CardFooter>
      </form>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t('emailsTitle')}
        description={t('emailsDescription')}
        confirmLabel={t('emailsConfirm')}
        onConfirm={make}
      />
    </Card>
  )
}
