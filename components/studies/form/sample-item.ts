// A made-up item on which a protocol can be tried before the study has any.
import type { Criterion } from '@/criteria/schema'
import type { BlindedAssignmentData } from '@/server/blinding/schema'

const handle = '00000000-0000-4000-8000-000000000000'

const answers = [
  'A kettle heats water until it boils. The first bubbles are dissolved air; the later ones are steam.',
  'Water boils at **100 °C** at sea level. Higher up, where the air is thinner, it boils at less.',
  'Boiling is when water gets hot. It makes bubbles because of the heat, and then it is tea.',
]
const translations = [
  'Das Wasser kocht – setz schon mal den Tee auf!',
  'Das Wasser kocht, mach du Tee!',
  'Der Kessel ist am Kochen, bitte Tee aufsetzen.',
]

/** Suits the kinds of the protocol: two responses for a preference, a rubric for a checklist, a source for marked errors. */
export function sampleItem(
  criteria: readonly Criterion[],
  inPairs: boolean,
  withReference: boolean,
): BlindedAssignmentData {
  const has = (kind: Criterion['kind']) => criteria.some(criterion => criterion.kind === kind)
  const isTranslation = has('spans')
  const needsRubric = criteria.some(criterion => criterion.kind === 'checklist' && criterion.points.from === 'item')
  const texts = isTranslation ? translations : answers
  return {
    id: handle,
    language: isTranslation ? 'de' : 'en',
    category: null,
    messages: [
      {
        role: 'user',
        text: isTranslation ? 'Kettle’s on – get the tea going!' : 'Why does water bubble before it boils?',
      },
    ],
    references: isTranslation && withReference ? ['Das Teewasser läuft – fang schon mal mit dem Tee an!'] : [],
    sourceLanguage: isTranslation ? 'en' : null,
    context: isTranslation ? 'Made-up sample: said by a friend in the kitchen.' : '',
    rubric: needsRubric
      ? {
          version: 1,
          points: [
            {
              id: 'air',
              text: 'Names dissolved air as the first bubbles',
              maximum: 2,
              grading: 'partly',
              weight: null,
            },
            { id: 'steam', text: 'Names steam as the later ones', maximum: 1, grading: 'met', weight: null },
          ],
        }
      : null,
    omitted: [],
    training: null,
    feedback: false,
    decides: false,
    reveal: 'now',
    responses: (inPairs || has('preference') ? texts.slice(0, 2) : texts).map(text => ({ turns: [text] })),
  }
}
