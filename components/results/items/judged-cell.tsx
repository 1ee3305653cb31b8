import { useTranslations } from 'next-intl'
import type { JudgedEntry } from '@/server/results/items/judged-entry'
import type { JudgedSlot } from '@/server/results/queries/get-item-judgments'

interface JudgedCellProps {
  entry: JudgedEntry | undefined
  /** The same entry of earlier revisions, where it was another one. */
  earlier: { revision: number; entry: JudgedEntry | undefined }[]
  slots: readonly JudgedSlot[]
}

/** What was given for one criterion: the value, what it was before, its parts and words. */
export function JudgedCell({ entry, earlier, slots }: JudgedCellProps) {
  const t = useTranslations('itemJudgments')
  const words = useWords(slots)
  return (
    <div className="grid gap-1">
      <span dir="auto" className="whitespace-pre-wrap break-words">
        {words(entry)}
      </span>
      {entry?.first ? (
        <span className="text-muted-foreground text-xs">{t('first', { value: entry.first })}</span>
      ) : null}
      {earlier.map(({ revision, entry: before }) => (
        <span key={revision} className="break-words text-muted-foreground text-xs">
          {t('before', { revision, value: words(before) })}
        </span>
      ))}
      {entry && entry.details.length > 0 ? (
        <ul className="grid gap-1.5 text-[0.8125rem]">
          {entry.details.map(({ key, about, value, note }) => (
            <li key={key} className="border-s-2 ps-2">
              <span dir="auto" className="line-clamp-3 break-words text-muted-foreground">
                {about}
              </span>
              <span className="font-medium">{value}</span>
              {note ? (
                <span dir="auto" className="block whitespace-pre-wrap break-words">
                  {note}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

/** An entry in a line. Slots are named by what stood in them. */
function useWords(slots: readonly JudgedSlot[]) {
  const t = useTranslations('itemJudgments')
  return (entry: JudgedEntry | undefined): string => {
    if (!entry) return t('nothing')
    if (entry.cannotJudge !== null) return t('cannotJudge', { reason: entry.cannotJudge })
    if (entry.prefer === 'tie') return t('tie')
    if (entry.prefer === 'unusable') return t('unusable')
    if (entry.prefer !== null) {
      const winner = slots.find(({ slot }) => slot === (entry.prefer === 'a' ? 1 : 2))
      return t('prefers', { model: winner?.labels.join(' = ') ?? '', strength: entry.value })
    }
    return entry.value || (entry.details.length > 0 ? '' : t('nothing'))
  }
}
