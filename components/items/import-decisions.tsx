'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { useRefusalText } from '@/components/trpc/use-refusal-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { CategoryView, ImportView } from '@/server/items/queries/imports'
import type { ImportOptions, ImportSummary } from '@/server/items/schema'
import { CategoryMapping } from './category-mapping'
import { ImportOptionsForm } from './import-options-form'

interface ImportDecisionsProps {
  study: string
  view: ImportView
  summary: ImportSummary
  categories: CategoryView[]
}

/** What is for the admin to say between the check and the import. */
export function ImportDecisions({ study, view, summary, categories }: ImportDecisionsProps) {
  const t = useTranslations('imports')
  const refusalText = useRefusalText({ withDetail: true })
  const { imports } = useTRPC().items
  const queryClient = useQueryClient()
  const recheck = useMutation(imports.recheck.mutationOptions())
  const start = useMutation(imports.start.mutationOptions())
  const order = { study, importId: view.id }
  const refresh = () => queryClient.invalidateQueries({ queryKey: imports.pathKey() })
  const { errors } = summary.problems
  const { new: newItems } = summary.items
  const { new: newResponses } = summary.responses

  async function checkAgain(changes: Partial<ImportOptions>) {
    try {
      await recheck.mutateAsync({ ...order, options: { ...view.options, ...changes } })
      await refresh()
    } catch (error) {
      toast.error(refusalText(error))
    }
  }

  async function begin(goodLinesOnly: boolean) {
    await start.mutateAsync({ ...order, goodLinesOnly })
    await refresh()
  }

  const { changed: newRubrics } = summary.extras.rubrics
  const label =
    newItems > 0
      ? t('actions.import', { count: newItems })
      : newResponses > 0 || newRubrics === 0
        ? t('actions.importResponses', { count: newResponses })
        : t('actions.importRubrics', { count: newRubrics })
  const isNothingNew = newItems + newResponses + newRubrics === 0
  return (
    <div className="grid gap-4">
      {summary.unknownCategories.length > 0 ? (
        <CategoryMapping
          unknown={summary.unknownCategories}
          categories={categories}
          isPending={recheck.isPending}
          onApply={chosen => checkAgain({ categories: { ...view.options.categories, ...chosen } })}
        />
      ) : null}
      {isNothingNew && errors === 0 ? (
        <Alert title={t('actions.nothingNew')}>{t('actions.nothingNewText')}</Alert>
      ) : (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button
            disabled={errors > 0 || isNothingNew}
            pending={start.isPending}
            onClick={() => begin(false).catch(error => toast.error(refusalText(error)))}
          >
            {label}
          </Button>
          {errors > 0 ? (
            <>
              {isNothingNew ? null : (
                <ConfirmDialog
                  trigger={<Button variant="outline">{t('actions.goodLines')}</Button>}
                  title={t('actions.goodLinesTitle', { count: summary.badLines })}
                  description={t('actions.goodLinesText')}
                  confirmLabel={t('actions.goodLines')}
                  onConfirm={() => begin(true)}
                />
              )}
              <p className="text-muted-foreground">{t('actions.blocked')}</p>
            </>
          ) : null}
        </div>
      )}
      <ImportOptionsForm options={view.options} isPending={recheck.isPending} onApply={checkAgain} />
    </div>
  )
}
