import { useFormatter, useTranslations } from 'next-intl'
import { Stat, StatGroup } from '@/components/ui/stat'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { showLanguageKey } from '@/server/assignments/language-pair'
import type { StudyEffort } from '@/server/studies/study-effort'

/** Hours by language, with what they were computed from. */
export function EffortTable({ effort }: { effort: StudyEffort }) {
  const t = useTranslations('studyOverview.effort')
  const format = useFormatter()
  const whole = (value: number) => format.number(value, { maximumFractionDigits: 0 })
  const hours = (value: number) => format.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 })
  return (
    <div className="grid gap-3">
      <StatGroup>
        <Stat label={t('judgments')} value={whole(effort.judgments)} />
        <Stat label={t('hours')} value={hours(effort.hours)} unit={t('hoursUnit')} />
        <Stat
          label={t('perPerson')}
          value={effort.hoursPerPerson === null ? '–' : hours(effort.hoursPerPerson)}
          unit={effort.hoursPerPerson === null ? undefined : t('hoursUnit')}
          hint={effort.hoursPerPerson === null ? t('nobody') : t('evenly')}
        />
      </StatGroup>
      <Table caption={t('title')} dense>
        <TableHeader>
          <TableRow>
            <TableHead>{t('language')}</TableHead>
            <TableHead numeric>{t('judgments')}</TableHead>
            <TableHead numeric>{t('characters')}</TableHead>
            <TableHead numeric>{t('speed')}</TableHead>
            <TableHead numeric>{t('slots')}</TableHead>
            <TableHead numeric>{t('minutes')}</TableHead>
            <TableHead numeric>{t('hours')}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {effort.languages.map(row => (
            <TableRow key={row.language}>
              <TableCell>{showLanguageKey(row.language)}</TableCell>
              <TableCell numeric>{whole(row.judgments)}</TableCell>
              <TableCell numeric>{whole(row.charactersPerItem)}</TableCell>
              <TableCell numeric>
                <bdi dir="ltr">
                  {row.sourceCharactersPerMinute === null ? '' : `${whole(row.sourceCharactersPerMinute)} → `}
                  {whole(row.charactersPerMinute)}
                </bdi>
              </TableCell>
              <TableCell numeric>{format.number(row.slotsPerItem, { maximumFractionDigits: 1 })}</TableCell>
              <TableCell numeric>
                {format.number(row.judgments > 0 ? (row.hours * 60) / row.judgments : 0, { maximumFractionDigits: 1 })}
              </TableCell>
              <TableCell numeric>{hours(row.hours)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}
