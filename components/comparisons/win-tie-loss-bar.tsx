const parts = [
  { key: 'wins', look: 'bg-chart-1' },
  { key: 'ties', look: 'bg-border' },
  { key: 'losses', look: 'bg-chart-2' },
] as const

/** Wins, ties and losses as shares of one line. The figures stand beside it: this is for the eyes alone. */
export function WinTieLossBar(counts: { wins: number; ties: number; losses: number }) {
  return (
    <span aria-hidden className="flex h-1.5 w-full min-w-24 gap-px overflow-hidden rounded-full">
      {parts.map(({ key, look }) =>
        counts[key] > 0 ? <span key={key} className={look} style={{ flexGrow: counts[key], flexBasis: 0 }} /> : null,
      )}
    </span>
  )
}
