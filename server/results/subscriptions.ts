import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { studyTopic } from '../judgments/study-topic'
import type { StudyAccess } from '../people/access'
import { watchChanges } from '../platform/events'
import { shutdown } from '../platform/shutdown'
import { getProgress, type Progress } from './queries/get-progress'

/** What changes without a hint (leases that run out, the clock's own share in the pace) is seen after this at the latest. */
const longestMs = 10_000
const shortestMs = 500
/** A reading that takes long is taken more seldom: those who watch cost a tenth of a core at most. */
const restFactor = 10

/**
 * How far a study is: now, and again whenever something was submitted, until the browser goes or the server stops.
 * `prove` is asked before each reading, so that a person who may not look any more stops seeing. @throws as `prove` does
 */
export async function* watchProgress(
  studyId: string,
  prove: () => Promise<StudyAccess>,
  browser: AbortSignal,
): AsyncGenerator<Progress> {
  const ended = AbortSignal.any([browser, shutdown])
  const changes = watchChanges(studyTopic(studyId), ended)
  while (!ended.aborted) {
    const startedMs = performance.now()
    yield await getProgress(await prove())
    const restMs = Math.max(shortestMs, restFactor * (performance.now() - startedMs))
    await pause(restMs, undefined, { signal: ended }).catch(() => undefined)
    await changes.next(longestMs)
  }
}
