import { useTranslations } from 'next-intl'
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { StudyFlow } from '@/server/quality/queries/get-flow'

/** Items and judgments from import to results, with what was left out and why. */
export function FlowView({ flow }: { flow: StudyFlow }) {
  const t = useTranslations('qualityResults')
  const { items, judgments, assignments, reasons, models } = flow
  return (
    <div className="grid gap-5">
      <div className="grid gap-5 rounded-lg border bg-card p-4 lg:grid-cols-2">
        <Steps
          title={t('items')}
          steps={[
            [t('imported'), items.imported],
            [t('judgedAtAll'), items.judgedAtAll],
            [t('judgedCounted'), items.judged],
            [t('checkingItems'), items.checking],
          ]}
        />
        <Steps
          title={t('judgments')}
          steps={[
            [t('submitted'), judgments.submitted],
            [t('recorded'), judgments.recorded],
            [t('excluded'), judgments.excluded],
            [t('counted'), judgments.counted],
            [t('repeatsCount'), judgments.repeats],
            [t('adjudications'), judgments.adjudications],
            [t('checking'), judgments.checking],
            [t('replaced'), judgments.replaced],
            [t('skipped'), assignments.skipped],
          ]}
        />
      </div>
      {reasons.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('noReasons')}</p>
      ) : (
        <figure className="grid gap-2">
          <Table caption={t('reasons')}>
            <TableHeader>
              <TableRow>
                <TableHead>{t('reason')}</TableHead>
                <TableHead numeric>{t('judgments')}</TableHead>
                <TableHead numeric>{t('postHoc')}</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {reasons.map(({ reason, judgments: count, postHoc }) => (
                <TableRow key={reason ?? ''}>
                  <TableHead scope="row" wrap className="h-auto py-1.5 font-normal text-foreground">
                    <span dir="auto" className="break-words">
                      {reason ?? t('noReason')}
                    </span>
                  </TableHead>
                  <TableCell numeric>{count}</TableCell>
                  <TableCell numeric>{postHoc}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          <figcaption className="text-muted-foreground text-xs">
            {t('reasons')}. {t('postHocHow')}
          </figcaption>
        </figure>
      )}
      {models === null ? (
        <p className="text-muted-foreground text-sm">{t('sealed')}</p>
      ) : (
        <ModelFlows models={models} />
      )}
    </div>
  )
}

function Steps({ title, steps }: { title: string; steps: [label: string, count: number][] }) {
  return (
    <div className="grid content-start gap-2">
      <h3 className="font-medium text-sm">{title}</h3>
      <DescriptionList>
        {steps.map(([label, count]) => (
          <DescriptionItem key={label} label={label}>
            <span className="tabular">{count}</span>
          </DescriptionItem>
        ))}
      </DescriptionList>
    </div>
  )
}

function ModelFlows({ models }: { models: NonNullable<StudyFlow['models']> }) {
  const t = useTranslations('qualityResults')
  const columns = [
    ['responses', 'responses'],
    ['refused', 'refused'],
    ['truncated', 'truncated'],
    ['failed', 'failed'],
    ['notCollected', 'notCollected'],
    ['judged', 'modelJudged'],
    ['counted', 'modelCounted'],
    ['excluded', 'modelExcluded'],
    ['cannotJudge', 'cannot'],
  ] as const
  return (
    <figure className="grid gap-2">
      <Table caption={t('flowModels')}>
        <TableHeader>
          <TableRow>
            <TableHead>{t('model')}</TableHead>
            {columns.map(([key, label]) => (
              <TableHead key={key} numeric>
                {t(label)}
              </TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {models.map(flow => (
            <TableRow key={flow.model}>
              <TableHead scope="row" className="text-foreground">
                <bdi>{flow.model}</bdi>
              </TableHead>
              {columns.map(([key]) => (
                <TableCell key={key} numeric>
                  {flow[key]}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <figcaption className="text-muted-foreground text-xs">{t('flowModelsHow')}</figcaption>
    </figure>
  )
}
