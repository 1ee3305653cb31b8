'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import type { Locale } from '@/server/people/locale'
import { rememberLocale } from './remember-locale'

/** Chooses the interface language of whoever is signed in: in all their browsers, and on this one's sign-in page. */
export function useChooseLocale(): (locale: Locale) => void {
  const t = useTranslations('shell')
  const router = useRouter()
  const trpc = useTRPC()
  const choose = useMutation(trpc.people.self.chooseLocale.mutationOptions())
  return locale =>
    choose.mutate(
      { locale },
      {
        onSuccess: () => {
          rememberLocale(locale)
          router.refresh()
        },
        onError: () => toast.error(t('languageFailed')),
      },
    )
}
