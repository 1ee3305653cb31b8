'use client'

import { Pencil, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { FormField } from '@/components/ui/form-field'
import { NativeSelect } from '@/components/ui/native-select'
import { NumberField } from '@/components/ui/number-field'
import { RowActions } from '@/components/ui/row-actions'
import { Textarea } from '@/components/ui/textarea'
import { useSchemaWords } from '@/components/ui/use-schema-words'
import type { RubricPoint } from '@/criteria/checklist/schema'
import { checkPoints, type EditedPoint, moved, newPoint, toEdited } from './edited-points'
import { SaveRubricDialog } from './save-rubric-dialog'

interface RubricEditorProps {
  study: string
  itemId: string
  /** The version that is changed; 0: there is none. */
  base: number
  points: RubricPoint[]
}

/** Adds, changes, moves and removes points; saving makes a new version. */
export function RubricEditor({ study, itemId, base, points }: RubricEditorProps) {
  const t = useTranslations('rubrics')
  const words = useSchemaWords()
  const [edited, setEdited] = useState<EditedPoint[] | null>(null)
  const [problem, setProblem] = useState<{ number: number; problem: string } | null>(null)
  const [toSave, setToSave] = useState<RubricPoint[] | null>(null)
  if (!edited)
    return (
      <Button
        variant="outline"
        className="mt-3 w-fit"
        onClick={() => setEdited(points.length > 0 ? toEdited(points) : [newPoint([], [])])}
      >
        <Pencil aria-hidden />
        {t(base === 0 ? 'create' : 'edit')}
      </Button>
    )
  const change = (index: number, part: Partial<EditedPoint>) =>
    setEdited(edited.map((point, at) => (at === index ? { ...point, ...part } : point)))

  function save() {
    const checked = checkPoints(edited ?? [], words)
    setProblem('points' in checked ? null : checked)
    if ('points' in checked) setToSave(checked.points)
  }

  return (
    <div className="mt-3 grid gap-3 rounded-lg border bg-card p-4">
      <ol className="grid gap-4">
        {edited.map((point, index) => (
          <li key={point.id} className="grid gap-2 border-b pb-4 last:border-b-0">
            <PointFields point={point} number={index + 1} onChange={part => change(index, part)} />
            <RowActions
              size="icon-sm"
              up={{ label: t('editor.up', { number: index + 1 }) }}
              down={{ label: t('editor.down', { number: index + 1 }) }}
              remove={{ label: t('editor.remove', { number: index + 1 }) }}
              index={index}
              count={edited.length}
              onMove={to => setEdited(moved(edited, index, to))}
              onRemove={() => setEdited(edited.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ol>
      {problem ? (
        <Alert variant="destructive">{problem.number > 0 ? t('editor.problem', problem) : problem.problem}</Alert>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="outline"
          onClick={() =>
            setEdited([
              ...edited,
              newPoint(
                edited,
                points.map(point => point.id),
              ),
            ])
          }
        >
          <Plus aria-hidden />
          {t('editor.add')}
        </Button>
        <span className="flex-1" />
        <Button variant="ghost" onClick={() => setEdited(null)}>
          {t('editor.cancel')}
        </Button>
        <Button onClick={save}>{t('editor.save', { version: base + 1 })}</Button>
      </div>
      {toSave ? (
        <SaveRubricDialog study={study} itemId={itemId} base={base} points={toSave} onClose={() => setToSave(null)} />
      ) : null}
    </div>
  )
}

interface PointFieldsProps {
  point: EditedPoint
  number: number
  onChange: (part: Partial<EditedPoint>) => void
}

function PointFields({ point, number, onChange }: PointFieldsProps) {
  const t = useTranslations('rubrics')
  return (
    <>
      <FormField label={t('editor.text', { number })}>
        <Textarea
          autoGrow
          rows={2}
          dir="auto"
          maxLength={4000}
          value={point.text}
          onChange={event => onChange({ text: event.target.value })}
        />
      </FormField>
      <div className="flex flex-wrap gap-4">
        <FormField label={t('editor.grading')}>
          <NativeSelect
            value={point.grading}
            onChange={event => onChange({ grading: event.target.value as EditedPoint['grading'] })}
          >
            {(['met', 'partly', 'points'] as const).map(grading => (
              <option key={grading} value={grading}>
                {t(`gradings.${grading}`)}
              </option>
            ))}
          </NativeSelect>
        </FormField>
        <FormField label={t('editor.maximum')}>
          <NumberField min={0} value={point.maximum} onValueChange={maximum => onChange({ maximum })} />
        </FormField>
        <FormField label={t('editor.weight')} hint={t('editor.weightHint')}>
          <NumberField min={0} value={point.weight} onValueChange={weight => onChange({ weight })} />
        </FormField>
      </div>
    </>
  )
}
