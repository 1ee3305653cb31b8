'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'

/** Asks before a page with unsaved changes is left: by a link of ours in a dialog, otherwise by the browser. */
export function UnsavedGuard({ isDirty }: { isDirty: boolean }) {
  const t = useTranslations('studyForm.unsaved')
  const router = useRouter()
  const [target, setTarget] = useState<string>()

  useEffect(() => {
    if (!isDirty) return
    const askBrowser = (event: BeforeUnloadEvent) => event.preventDefault()
    function askHere(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!(link instanceof HTMLAnchorElement) || link.target || event.metaKey || event.ctrlKey || event.shiftKey)
        return
      const url = new URL(link.href)
      if (url.origin !== location.origin || url.pathname === location.pathname) return
      event.preventDefault()
      event.stopPropagation()
      setTarget(url.pathname + url.search + url.hash)
    }
    window.addEventListener('beforeunload', askBrowser)
    document.addEventListener('click', askHere, true)
    return () => {
      window.removeEventListener('beforeunload', askBrowser)
      document.removeEventListener('click', askHere, true)
    }
  }, [isDirty])

  return (
    <ConfirmDialog
      open={target !== undefined}
      onOpenChange={open => (open ? undefined : setTarget(undefined))}
      title={t('title')}
      description={t('description')}
      confirmLabel={t('leave')}
      cancelLabel={t('stay')}
      destructive
      onConfirm={async () => {
        if (target) router.push(target)
      }}
    />
  )
}
