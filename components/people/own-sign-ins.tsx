'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { useRefusalText } from '@/components/trpc/use-refusal-text'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { OwnSignIn } from '@/server/people/schema'
import { momentFormat } from './date-time-format'
import { describeUserAgent } from './describe-user-agent'

/** Where one is signed in, and the ways to end that. */
export function OwnSignIns({ signIns }: { signIns: OwnSignIn[] }) {
  const t = useTranslations('account')
  const format = useFormatter()
  const router = useRouter()
  const refusalText = useRefusalText()
  const trpc = useTRPC()
  const end = useMutation(trpc.people.self.endSignIn.mutationOptions())
  const endAll = useMutation(trpc.people.self.signOutEverywhere.mutationOptions())

  return (
    <div className="grid gap-3">
      <Table caption={t('signIns')}>
        <TableHeader>
          <TableRow>
            <TableHead>{t('browser')}</TableHead>
            <TableHead>{t('since')}</TableHead>
            <TableHead>
              <span className="sr-only">{t('action')}</span>
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {signIns.map(signIn => {
            const agent = describeUserAgent(signIn.userAgent)
            const since = format.dateTime(signIn.createdAt, momentFormat)
            return (
              <TableRow key={signIn.id}>
                <TableCell>{agent ? t('browserOn', agent) : t('unknownBrowser')}</TableCell>
                <TableCell>{since}</TableCell>
                <TableCell className="text-end">
                  {signIn.isThisOne ? (
                    <Badge variant="success">{t('thisOne')}</Badge>
                  ) : (
                    <Button
                      variant="outline"
                      size="sm"
                      pending={end.isPending && end.variables.signInId === signIn.id}
                      aria-label={t('endSince', { since })}
                      onClick={() =>
                        end.mutate(
                          { signInId: signIn.id },
                          {
                            onSuccess: () => router.refresh(),
                            onError: error => toast.error(refusalText(error)),
                          },
                        )
                      }
                    >
                      {t('end')}
                    </Button>
                  )}
                </TableCell>
              </TableRow>
            )
          })}
        </TableBody>
      </Table>
      <ConfirmDialog
        trigger={
          <Button variant="outline" className="justify-self-start">
            {t('signOutEverywhere')}
          </Button>
        }
        title={t('signOutEverywhere')}
        description={t('signOutEverywhereDescription')}
        confirmLabel={t('signOutEverywhere')}
        destructive
        onConfirm={async () => {
          await endAll.mutateAsync({ keepThisOne: false })
          window.location.assign('/sign-in')
        }}
      />
    </div>
  )
}
