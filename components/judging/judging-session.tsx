'use client'

import { Flag, MessageCircleQuestion, SkipForward } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRouter, useSearchParams } from 'next/navigation'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { chooseGuidelines } from '@/server/studies/choose-guidelines'
import type { AssignmentData } from './answers'
import { AssignmentNotice } from './assignment-notice'
import {
  AskSheet,
  ConflictDialog,
  EarlierJudgments,
  FlagDialog,
  NextPending,
  ReasonDialog,
  RefusedNotice,
} from './dialogs'
import { JudgingView } from './judging-view'
import { notify } from './notify'
import { SaveStatus } from './save-status'
import { makeKey } from './store'
import { useActiveTime } from './use-active-time'
import { type Shown, useAssignment } from './use-assignment'
import { useDraft } from './use-draft'
import { useReveal } from './use-reveal'
import { useTour } from './use-tour'
import { useOutbox, useWorkSession } from './work-session'

const heartbeatMs = 60_000

const FeedbackPanel = dynamic(() => import('@/components/quality/feedback-panel').then(file => file.FeedbackPanel))

interface JudgingSessionProps {
  initial: AssignmentData
  /** Begins with the tour of the page. */
  explain: boolean
}

/** One person judging item after item of a study. */
export function JudgingSession({ initial, explain }: JudgingSessionProps) {
  const { shown, goOn, closeFeedback, renew, lookAgain, reload, reveal } = useAssignment(initial)
  const { refused, pending, state } = useOutbox()
  const isOver = shown.phase === 'waiting' || (shown.phase === 'checking' && !shown.data.feedback)
  const tour = useTour(explain)
  const waitsForNothing = isOver && pending.length === 0 && state === 'idle'

  // Everything is answered and nothing came of it (a refusal, another tab): ask.
  useEffect(() => {
    if (!waitsForNothing) return
    const timer = setTimeout(() => void lookAgain(), 300)
    return () => clearTimeout(timer)
  }, [waitsForNothing, lookAgain])

  return (
    <>
      {refused.length > 0 ? <RefusedNotice entries={refused} /> : null}
      {shown.phase === 'judging' || shown.phase === 'checking' ? (
        <OneAssignment shown={shown} goOn={goOn} renew={renew} reload={reload} reveal={reveal} tour={tour} />
      ) : (
        <NextPending phase={shown.phase} study={shown.data.study} onLookAgain={lookAgain} />
      )}
      {shown.data.feedback && (shown.phase === 'checking' || shown.phase === 'judging') ? (
        <FeedbackPanel
          feedback={shown.data.feedback}
          onContinue={shown.phase === 'checking' ? closeFeedback : undefined}
        />
      ) : null}
    </>
  )
}

interface OneAssignmentProps {
  shown: Shown
  goOn: (counts: boolean) => void
  renew: () => Promise<void>
  reload: () => Promise<void>
  reveal: Parameters<typeof useReveal>[0]['onRevealed']
  tour: ReturnType<typeof useTour>
}

const workable = new Set(['AHEAD', 'SHOWN', 'RETURNED'])

function OneAssignment({ shown, goOn, renew, reload, reveal, tour }: OneAssignmentProps) {
  const { data, held, unannounced } = shown
  const t = useTranslations('judging')
  const format = useFormatter()
  const locale = useLocale()
  const router = useRouter()
  const { outbox } = useWorkSession()
  const { pending } = useOutbox()
  const clock = useActiveTime(data.content.id, data.draft?.activeMs ?? 0)
  const { sync, snapshot } = useDraft(data, clock)
  const [dialog, setDialog] = useState<'skip' | 'flag' | 'ask' | null>(
    useSearchParams().get('messages') === 'open' ? 'ask' : null,
  )
  const assignment = data.content.id
  const [flagsOf, setFlagsOf] = useState({ assignment, flags: data.flags })
  const flags = flagsOf.assignment === assignment ? flagsOf.flags : data.flags
  const setFlags = (next: AssignmentData['flags']) => setFlagsOf({ assignment, flags: next })
  const closeDialog = () => setDialog(null)
  const { isLocking, lock } = useReveal({ assignment, onRevealed: reveal, onRefused: () => void renew() })

  const isRevision = data.state === 'SUBMITTED'
  const canRevise =
    isRevision && (data.judgment?.revisableUntil != null || (data.returned !== null && data.study.state !== 'CLOSED'))
  const isOnItsWay = pending.some(entry => entry.assignment === assignment)
  const isWorkable = workable.has(data.state) && held && data.study.state !== 'CLOSED'
  const readOnly = isOnItsWay || shown.phase === 'checking' || !(isWorkable || canRevise)

  const waits = data.content.reveal === 'after-first' && !isRevision

  useEffect(() => {
    if (!workable.has(data.state)) return
    if (unannounced) void renew()
    const timer = setInterval(() => clock.isActive() && void renew(), heartbeatMs)
    return () => clearInterval(timer)
  }, [data.state, unannounced, clock, renew])

  function send(kind: 'submit' | 'revise' | 'skip', reason = '') {
    const { study } = data.study
    const activeMs = Math.round(clock.readMs())
    const entry = {
      kind,
      assignment,
      study,
      key: makeKey(),
      content: snapshot.content,
      activeMs,
      reason,
      refused: null,
    }
    // A save that is under way must not arrive after the submission.
    const kept = outbox.queue(entry, sync.end())
    if (kind === 'revise') {
      void notify('success', t('revised'))
      void kept.then(() => router.push('/work/judgments'))
    } else {
      if (kind === 'submit') tour.end()
      goOn(kind === 'submit')
    }
  }

  return (
    <>
      <JudgingView
        content={data.content}
        criteria={data.criteria}
        guidelines={chooseGuidelines(data.study, locale)}
        value={snapshot.content}
        onChange={sync.change}
        readOnly={readOnly}
        onReload={() => void reload()}
        first={data.revealed?.first}
        onSubmit={() =>
          waits ? void lock(snapshot.content, Math.round(clock.readMs())) : send(isRevision ? 'revise' : 'submit')
        }
        submitLabel={
          isRevision
            ? t('saveRevision')
            : waits
              ? t(isLocking ? 'locking' : data.content.decides ? 'lockToDecide' : 'lock')
              : undefined
        }
        onSkip={isWorkable && !readOnly ? () => setDialog('skip') : undefined}
        onTourEnd={tour.isOn && !readOnly && dialog === null ? tour.end : undefined}
        onTour={readOnly ? undefined : tour.begin}
        onFlag={() => setDialog('flag')}
        onAsk={() => setDialog('ask')}
        notice={
          <>
            <AssignmentNotice data={data} held={held} isOnItsWay={isOnItsWay} />
            {data.content.decides ? <EarlierJudgments data={data} /> : null}
          </>
        }
        status={
          <>
            {readOnly ? null : <SaveStatus state={snapshot.state} />}
            {data.content.training ? (
              <Badge variant="info">{t('training', data.content.training)}</Badge>
            ) : (
              <span className="tabular truncate text-[0.8125rem] text-muted-foreground max-md:hidden">
                {t('progress', {
                  today: format.number(data.progress.judgedToday),
                  all: format.number(data.progress.judged),
                })}
              </span>
            )}
          </>
        }
        actions={
          <>
            {isWorkable && !readOnly ? (
              <Button
                variant="ghost"
                title={t('withKey', { label: t('commands.skip'), key: 'S' })}
                aria-label={t('commands.skip')}
                onClick={() => setDialog('skip')}
              >
                <SkipForward aria-hidden className="rtl:-scale-x-100" />
                <span className="max-lg:hidden">{t('skip')}</span>
              </Button>
            ) : null}
            <Button
              variant="ghost"
              title={t('withKey', { label: t('commands.flag'), key: 'F' })}
              aria-label={t('commands.flag')}
              onClick={() => setDialog('flag')}
            >
              <Flag aria-hidden />
              <span className="max-lg:hidden">{t('flag')}</span>
            </Button>
            <Button
              variant="ghost"
              title={t('withKey', { label: t('commands.ask'), key: 'Q' })}
              aria-label={t('commands.ask')}
              onClick={() => setDialog('ask')}
            >
              <MessageCircleQuestion aria-hidden />
              <span className="max-lg:hidden">{t('ask')}</span>
            </Button>
          </>
        }
      />
      {dialog === 'skip' ? (
        <ReasonDialog
          open
          onOpenChange={closeDialog}
          title={t('skipTitle')}
          description={t('skipDescription')}
          label={t('reason')}
          confirmLabel={t('skipConfirm')}
          suggestions={[t('skipReasons.expertise'), t('skipReasons.language'), t('skipReasons.known')]}
          onConfirm={reason => {
            setDialog(null)
            send('skip', reason)
          }}
        />
      ) : null}
      {dialog === 'flag' ? (
        <FlagDialog open onOpenChange={closeDialog} assignment={assignment} flags={flags} onFlagsChange={setFlags} />
      ) : null}
      {dialog === 'ask' ? <AskSheet open onOpenChange={closeDialog} assignment={assignment} /> : null}
      {snapshot.theirs ? (
        <ConflictDialog data={data} mine={snapshot.content} theirs={snapshot.theirs} onChoose={sync.choose} />
      ) : null}
    </>
  )
}
