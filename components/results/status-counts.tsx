import { useTranslations } from 'next-intl'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { Scores } from '@/server/results/queries/get-scores'

const statuses = ['REFUSED', 'TRUNCATED', 'FAILED', 'NOT_COLLECTED'] as const

/** How many responses of each model are no plain answers, and what the protocol said they count as. */
export function StatusCounts({ scores, language }: { scores: Scores; language: string | null }) {
  const t = useTranslations('results')
  const { refused, truncated, failed } = scores.statusRules
  const rules = { REFUSED: refused, TRUNCATED: truncated, FAILED: failed, NOT_COLLECTED: 'missing' } as const
  const own = scores.statusCounts.filter(row => language === null || row.language === language)
  const shown = statuses.filter(status => own.some(row => row.status === status))
  if (shown.length === 0) return <p className="text-muted-foreground">{t('noStatuses')}</p>
  const count = (modelId: string, status: (typeof statuses)[number]) =>
    own.reduce((sum, row) => (row.modelId === modelId && row.status === status ? sum + row.responses : sum), 0)
  return (
    <Table caption={t('statuses')} className="w-auto" frameClassName="w-fit max-w-full">
      <TableHeader>
        <TableRow>
          <TableHead>{t('model')}</TableHead>
          {shown.map(status => (
            <TableHead key={status} numeric className="h-auto py-1.5">
              <span className="block text-foreground">{t(`status.${status}`)}</span>
              <span className="block font-normal text-xs">{t(`rule.${rules[status]}`)}</span>
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {scores.models.map(({ id, name }) => (
          <TableRow key={id}>
            <TableHead scope="row" className="text-foreground">
              <bdi>{name}</bdi>
            </TableHead>
            {shown.map(status => (
              <TableCell key={status} numeric>
                {count(id, status)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
