'use client'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/trpc/context'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { useFailureText } from './use-failure-text'

/** For somebody who is signed in and opens the invitation of a study. */
export function JoinStudyForm({ token }: { token: string }) {
  const t = useTranslations('joining')
  const router = useRouter()
  const failureText = useFailureText()
  const join = useMutation(useTRPC().people.self.joinStudy.mutationOptions({ onSuccess: () => router.push('/work') }))
  return (
    <div className="grid gap-3">
      {join.error ? <Alert variant="destructive">{failureText(join.error)}</Alert> : null}
      <Button size="lg" pending={join.isPending} onClick={() => join.mutate({ token })}>
        {t('joinStudy')}
      </Button>
    </div>
  )
}
