import { useTranslations } from 'next-intl'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { RecordedProblem } from '@/server/results/schema'

/** What is wrong with a file, line by line, and what to do about it. */
export function RecordedProblems({ problems }: { problems: RecordedProblem[] }) {
  const t = useTranslations('recordedImport')
  return (
    <Table caption={t('problemTable')}>
      <TableHeader>
        <TableRow>
          <TableHead numeric>{t('line')}</TableHead>
          <TableHead>{t('field')}</TableHead>
          <TableHead>{t('value')}</TableHead>
          <TableHead>{t('problem')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {problems.map(({ line, field, value, message, fix }) => (
          <TableRow key={`${line} ${field} ${message}`}>
            <TableCell numeric>{line}</TableCell>
            <TableCell>{field}</TableCell>
            <TableCell className="max-w-40 truncate">
              <bdi>{value}</bdi>
            </TableCell>
            <TableCell wrap>
              {message} {fix}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
