import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { Button } from './button'

interface RowActionsProps {
  /** What the buttons say, and what a pointer that rests on them is told besides (a key). */
  up: { label: string; title?: string }
  down: { label: string; title?: string }
  remove: { label: string }
  index: number
  count: number
  /** The last row stays. */
  keepsOne?: boolean
  size?: 'icon' | 'icon-sm'
  onMove: (to: number) => void
  onRemove: () => void
}

/** Moves a row of an ordered list up or down, or takes it out. */
export function RowActions(props: RowActionsProps) {
  const { up, down, remove, index, count, keepsOne = false, size = 'icon', onMove, onRemove } = props
  const move = (to: number, { label, title }: RowActionsProps['up'], icon: typeof ArrowUp) => {
    const Icon = icon
    return (
      <Button
        variant="ghost"
        size={size}
        aria-label={label}
        title={title}
        disabled={to < 0 || to >= count}
        onClick={() => onMove(to)}
      >
        <Icon aria-hidden />
      </Button>
    )
  }
  return (
    <div className="flex shrink-0">
      {move(index - 1, up, ArrowUp)}
      {move(index + 1, down, ArrowDown)}
      <Button
        variant="ghost"
        size={size}
        aria-label={remove.label}
        disabled={keepsOne && count === 1}
        onClick={onRemove}
      >
        <Trash2 aria-hidden />
      </Button>
    </div>
  )
}
