import { useTranslations } from 'next-intl'
import { Stat, StatGroup } from '@/components/ui/stat'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { slotLetter } from '@/server/blinding/slot-letter'
import type { PositionAudit } from '@/server/quality/queries/get-position-audit'
import { decimals } from '@/server/results/decimals'

/** More sets of models than this are a matter for the exports. */
const mostTables = 6

const probability = (p: number | null) => (p === null ? '–' : p < 0.001 ? '< 0.001' : p.toFixed(3))

/** Whether slots were given out as at random, and whether standing first helps. */
export function PositionView({ audit: { balance, firstSlot } }: { audit: PositionAudit }) {
  const t = useTranslations('qualityResults')
  const { q, degreesOfFreedom, p, judgments, tables } = balance
  const compared = firstSlot.filter(one => one.rate.n + one.ties > 0)
  return (
    <div className="grid gap-4">
      <StatGroup>
        <Stat
          label={t('q')}
          value={decimals(q, 2)}
          hint={q === null ? t('qNone') : t('qHint', { df: degreesOfFreedom, p: probability(p) })}
        />
        <Stat label={t('qJudgments')} value={judgments} hint={t('qBalanced')} />
      </StatGroup>
      {compared.length === 0 ? (
        <p className="text-muted-foreground">{t('firstNone')}</p>
      ) : (
        <figure className="grid gap-2">
          <Table caption={t('first')} className="w-auto" frameClassName="w-fit max-w-full">
            <TableHeader>
              <TableRow>
                <TableHead>{t('firstColumns.criterion')}</TableHead>
                <TableHead numeric>{t('firstColumns.rate')}</TableHead>
                <TableHead numeric>{t('firstColumns.first')}</TableHead>
                <TableHead numeric>{t('firstColumns.second')}</TableHead>
                <TableHead numeric>{t('firstColumns.ties')}</TableHead>
                <TableHead numeric>{t('firstColumns.p')}</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {compared.map(({ criterion, label, rate, test, ties }) => {
                const won = Math.round((rate.value ?? 0) * rate.n)
                return (
                  <TableRow key={criterion}>
                    <TableHead scope="row" className="text-foreground">
                      {label}
                    </TableHead>
                    <TableCell numeric>
                      {rate.value === null ? '–' : t('share', { share: rate.value })}
                      {rate.lower !== null && rate.upper !== null ? (
                        <span className="block text-muted-foreground text-xs">
                          {t('interval', { lower: rate.lower, upper: rate.upper })}
                        </span>
                      ) : null}
                    </TableCell>
                    <TableCell numeric>{won}</TableCell>
                    <TableCell numeric>{rate.n - won}</TableCell>
                    <TableCell numeric>{ties}</TableCell>
                    <TableCell numeric>{rate.n === 0 ? '–' : probability(test.p)}</TableCell>
                  </TableRow>
                )
              })}
            </TableBody>
          </Table>
          <figcaption className="text-muted-foreground text-xs">
            {t('first')}. {t('firstHow')}
          </figcaption>
        </figure>
      )}
      {tables.slice(0, mostTables).map(({ models, shown }) => (
        <Table
          key={models.join(' · ')}
          caption={t('slotsCaption', { models: models.join(', ') })}
          className="w-auto"
          frameClassName="w-fit max-w-full"
        >
          <TableHeader>
            <TableRow>
              <TableHead>{t('model')}</TableHead>
              {models.map((model, slot) => (
                <TableHead key={model} numeric>
                  {t('slot', { letter: slotLetter(slot + 1) })}
                </TableHead>
              ))}
            </TableRow>
          </TableHeader>
          <TableBody>
            {models.map((model, row) => (
              <TableRow key={model}>
                <TableHead scope="row" className="text-foreground">
                  <bdi>{model}</bdi>
                </TableHead>
                {models.map((other, slot) => (
                  <TableCell key={other} numeric>
                    {shown[row]?.[slot] ?? 0}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      ))}
      {tables.length > mostTables ? (
        <p className="text-muted-foreground text-sm">{t('slotsMore', { count: tables.length - mostTables })}</p>
      ) : null}
    </div>
  )
}
