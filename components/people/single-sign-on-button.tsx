'use client'

import { KeyRound } from 'lucide-react'
import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'

/** Goes to the configured single sign-on, and comes back to `returnTo`. */
export function SingleSignOnButton({ name, returnTo }: { name: string; returnTo: string }) {
  const t = useTranslations('problems')
  const [isLeaving, setIsLeaving] = useState(false)
  return (
    <Button
      variant="outline"
      size="lg"
      pending={isLeaving}
      onClick={() => {
        setIsLeaving(true)
        signIn('oidc', { callbackUrl: returnTo }).catch(() => setIsLeaving(false))
      }}
    >
      {isLeaving ? null : <KeyRound aria-hidden />}
      {t('continueWith', { name })}
    </Button>
  )
}
