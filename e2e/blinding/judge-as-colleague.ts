import type { Rating } from '@/criteria/schema'
import type { WalkedPreset } from './canary-items'
import type { CanaryPresets } from './canary-study'
import { openClient } from './person-client'
import type { Walker } from './walker'

interface Content {
  responses: unknown[]
  omitted?: string[]
}

/** A complete judgment under each preset; the colleague's words are in its comment, or where it has none, in a reason. */
const ratingsOf: Record<WalkedPreset, (slot: number, slots: number) => Rating | Rating[]> = {
  translation: slot => ({ criterion: 'overall', slot, value: slot % 3 }),
  preference: slot =>
    slot > 1
      ? []
      : ['instruction-following', 'safety', 'factual-correctness', 'overall'].map(criterion => ({
          criterion,
          slot: 0,
          choice: { kind: 'preference', prefer: 'tie', strength: null },
        })),
  ranking: slot => ({ criterion: 'rank', slot, value: slot }),
  'expert-rubric': slot => ({
    criterion: 'points',
    slot,
    choice: { kind: 'checklist', rubric: 1, points: { claim: { earned: 100 }, proof: { earned: 100 } } },
  }),
  blank: slot => [
    { criterion: 'score', slot, value: slot },
    ...(slot > 1 ? [] : [{ criterion: 'kind', slot: 0, choice: { kind: 'choice' as const, labels: ['first'] } }]),
  ],
}
const commentOn: Record<WalkedPreset, number> = {
  translation: 1,
  preference: 0,
  ranking: 0,
  'expert-rubric': 1,
  blank: 1,
}

/** The colleague judges the first item of a study before anybody else, outside of the net, with words of their own. */
export async function judgeAsColleague(
  { made, databaseUrl, origin }: Walker<CanaryPresets & { canaries: { theirs: string } }>,
  preset: WalkedPreset,
): Promise<void> {
  const client = await openClient({ databaseUrl, origin }, made.colleague.id)
  const { assignment } = (await client.call('assignments.continueStudy', { study: made.studies[preset] })) as {
    assignment: string
  }
  const shown = await client.send(
    'GET',
    `/api/trpc/assignments.getAssignment?input=${encodeURIComponent(JSON.stringify({ json: { assignment } }))}`,
  )
  const { responses }: Content = JSON.parse(shown.text).result.data.json.content
  const ratings: Rating[] = responses.flatMap((_, index) => ratingsOf[preset](index + 1, responses.length))
  ratings.push({ criterion: 'comment', slot: commentOn[preset], text: `In the words of ${made.canaries.theirs}.` })
  const content = { ratings }
  if (preset === 'translation') await client.call('judgments.reveal', { assignment, content, activeMs: 0 })
  await client.call('judgments.submit', { assignment, key: crypto.randomUUID(), content, activeMs: 0 })
  client.close()
}
