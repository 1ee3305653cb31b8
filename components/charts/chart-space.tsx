import type { ReactNode } from 'react'

/** Keeps the place of a chart until it is drawn, so that nothing moves then. */
export function ChartSpace({ height, children }: { height?: number; children?: ReactNode }) {
  return <div style={{ minBlockSize: height }}>{children}</div>
}
