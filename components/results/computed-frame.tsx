import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import type { Computed } from '@/server/results/queries/get-computed'
import { RefreshWhile } from './refresh-while'

interface ComputedFrameProps<Value> {
  computed: Computed<Value>
  children: (value: Value) => ReactNode
}

/** A result that takes long: what there is of it, when and by which methods it was made, and whether a newer one comes. */
export function ComputedFrame<Value>({ computed, children }: ComputedFrameProps<Value>) {
  const t = useTranslations('differences')
  const format = useFormatter()
  const made = computed.state === 'ready' ? computed : computed.previous
  const time = made ? format.dateTime(made.computedAt, { dateStyle: 'medium', timeStyle: 'short' }) : ''
  return (
    <div className="grid gap-3">
      {computed.state === 'computing' ? (
        <>
          <Alert variant="info" aria-busy>
            {made ? t('previous', { time }) : t('computing')}
          </Alert>
          <RefreshWhile />
        </>
      ) : null}
      {made ? (
        <>
          {children(made.value)}
          <p className="text-muted-foreground text-xs">{t('computed', { version: made.methodVersion, time })}</p>
        </>
      ) : null}
    </div>
  )
}
