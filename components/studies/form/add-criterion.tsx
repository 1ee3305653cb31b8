'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuGroup,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { editableKinds, startCriterion } from '@/criteria/editors'
import { type Criterion, type CriterionKind, criterionSchema } from '@/criteria/schema'
import { readyCriteria, readyNames } from '@/server/studies/ready-criteria'

interface AddCriterionProps {
  hasSpans: boolean
  /** Gets a whole criterion; its id may be taken. */
  onAdd: (criterion: Criterion) => void
}

/** A new criterion of each kind, and some that are ready. */
export function AddCriterion({ hasSpans, onAdd }: AddCriterionProps) {
  const t = useTranslations('studyForm.criteria')
  const item = (key: string, kind: CriterionKind, name: string, sentence: string, make: () => Criterion) => {
    const isTaken = kind === 'spans' && hasSpans
    return (
      <DropdownMenuItem
        key={key}
        disabled={isTaken}
        onSelect={() => onAdd(make())}
        className="h-auto items-start py-1.5"
      >
        <span className="grid whitespace-normal">
          <span className="font-medium">{name}</span>
          <span className="text-[0.8125rem] text-muted-foreground">{isTaken ? t('spansTaken') : sentence}</span>
        </span>
      </DropdownMenuItem>
    )
  }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="outline">
          <Plus aria-hidden />
          {t('add')}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="max-w-96">
        {editableKinds.map(kind =>
          item(kind, kind, t(`kinds.${kind}.name`), t(`kinds.${kind}.sentence`), () =>
            startCriterion(kind, kind, t(`kinds.${kind}.start`)),
          ),
        )}
        <DropdownMenuSeparator />
        <DropdownMenuGroup>
          <DropdownMenuLabel>{t('ready.title')}</DropdownMenuLabel>
          {readyNames.map(name =>
            item(name, readyCriteria[name].kind, t(`ready.${name}.name`), t(`ready.${name}.sentence`), () =>
              criterionSchema.parse(readyCriteria[name]),
            ),
          )}
        </DropdownMenuGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
