'use client'

import dynamic from 'next/dynamic'

const ToasterFrame = dynamic(() => import('./toaster-frame').then(module => module.ToasterFrame), { ssr: false })

/**
 * Where toasts appear; once, in the root layout. Elsewhere: `import { toast } from 'sonner'`. It comes after the page,
 * which needs no toast to be drawn.
 */
export function Toaster({ dir }: { dir: 'ltr' | 'rtl' }) {
  return <ToasterFrame dir={dir} />
}
