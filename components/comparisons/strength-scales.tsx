import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { decimals } from '@/server/results/decimals'
import type { HeadToHead } from '@/server/results/head-to-head'
import type { TableModel } from '@/server/results/score-table'

const listNames = (models: readonly TableModel[]) => models.map(model => model.name).join(', ')

/** The models on one scale, or why they have none. */
export function StrengthScales({ verdict, groups, scales, uncompared }: HeadToHead) {
  const t = useTranslations('headToHead')
  const named = groups.map(group => `(${listNames(group)})`).join(verdict === 'separation' ? ' > ' : ', ')
  return (
    <div className="grid gap-4">
      {verdict === 'separation' ? <Alert variant="warning">{t('separation', { groups: named })}</Alert> : null}
      {verdict === 'disconnected' ? <Alert variant="warning">{t('disconnected', { groups: named })}</Alert> : null}
      {verdict === 'none' ? <p className="text-muted-foreground">{t('noScale')}</p> : null}
      {uncompared.length > 0 && verdict !== 'none' ? (
        <p className="text-muted-foreground text-sm">{t('uncompared', { models: listNames(uncompared) })}</p>
      ) : null}
      {scales.map(({ model: kind, rows, tieParameter }) => (
        <figure key={kind} className="grid gap-2">
          <Table caption={t(`scaleModels.${kind}`)} className="w-auto" frameClassName="w-fit max-w-full">
            <TableHeader>
              <TableRow>
                <TableHead>{t('model')}</TableHead>
                <TableHead numeric>{t('strength')}</TableHead>
                <TableHead numeric>{t('interval')}</TableHead>
                <TableHead numeric>{t('standardError')}</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {rows.map(({ model, value, lower, upper, standardError }) => (
                <TableRow key={model.id}>
                  <TableHead scope="row" className="text-foreground">
                    <bdi>{model.name}</bdi>
                  </TableHead>
                  <TableCell numeric>
                    <bdi dir="ltr">{decimals(value, 3)}</bdi>
                  </TableCell>
                  <TableCell numeric>
                    <bdi>
                      {decimals(lower, 3)} … {decimals(upper, 3)}
                    </bdi>
                  </TableCell>
                  <TableCell numeric>{decimals(standardError, 3)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          <figcaption className="text-muted-foreground text-xs">
            {t(`scaleModels.${kind}`)}.
            {tieParameter === null ? null : ` ${t('tieParameter', { value: decimals(tieParameter, 3) })}.`}
          </figcaption>
        </figure>
      ))}
    </div>
  )
}
