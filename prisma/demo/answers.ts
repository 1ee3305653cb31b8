// What the demo's people say of what they see: as the judgments files tell, by known answers, or without a look.
import type { Rating } from '@/criteria/schema'
import { readLines } from './demo-files'
import type { SeenAssignment } from './seen-assignment'

export interface Answer {
  ratings: Rating[]
  activeSeconds: number
  /** Ratings that replace the first ones when the reference is shown. */
  after?: Rating[]
  /** Asked of the team beside the judgment. */
  question?: string
}
export type Answering = (seen: SeenAssignment) => Answer

interface Told {
  item: string
  active_seconds: number
  question?: string
}

/** The lines of a judgments file; the first of an item is for its first place, and so on. */
const teller =
  <Line extends Told>(fileName: string, rate: (line: Line, seen: SeenAssignment) => Omit<Answer, 'activeSeconds'>) =>
  (): Answering => {
    const lines = readLines<Line>(fileName)
    return seen => {
      const line = lines.filter(one => one.item === seen.item)[seen.round - 1]
      if (!line) throw new Error(`${fileName} tells no judgment ${seen.round} of ${seen.item}`)
      return { activeSeconds: line.active_seconds, question: line.question, ...rate(line, seen) }
    }
  }

type ByModel<Value> = Record<string, Value>
type ScoreLine = Told & { scores: ByModel<number>; comments: ByModel<string> }

export const chatAnswers = teller<ScoreLine>('judgments.jsonl', ({ scores, comments }, { responses }) => ({
  ratings: responses.flatMap(({ slot, model }): Rating[] => [
    { criterion: 'score', slot, value: scores[model] ?? 0 },
    ...comment(slot, comments[model]),
  ]),
}))

interface ErrorLine {
  quote: string
  part: 'response' | 'source'
  category: string
  severity: string
}
type TranslationLine = Told & {
  scores: ByModel<number>
  /** Scores that change when the reference is shown. */
  after?: ByModel<number>
  errors?: ByModel<ErrorLine[]>
  comments?: ByModel<string>
}

export const translationAnswers = teller<TranslationLine>('translation-judgments.jsonl', (line, seen) => {
  const rate = (scores: ByModel<number>): Rating[] =>
    seen.responses.flatMap(({ slot, model, text }): Rating[] => {
      const spans = (line.errors?.[model] ?? []).map(({ quote, ...error }) => {
        const start = (error.part === 'source' ? seen.source : text).indexOf(quote)
        return { ...error, turn: 0, start, end: start + quote.length }
      })
      return [
        { criterion: 'overall', slot, value: scores[model] ?? 0 },
        ...(spans.length > 0 ? [{ criterion: 'errors', slot, choice: { kind: 'spans' as const, spans } }] : []),
        ...comment(slot, line.comments?.[model]),
      ]
    })
  return { ratings: rate(line.scores), after: line.after && rate({ ...line.scores, ...line.after }) }
})

type RubricLine = Told & { points: ByModel<Record<string, { earned: number; reason?: string }>> }

export const rubricAnswers = teller<RubricLine>('rubric-judgments.jsonl', ({ points }, { responses }) => ({
  ratings: responses.map(({ slot, model }) => ({
    criterion: 'points',
    slot,
    choice: {
      kind: 'checklist',
      rubric: 1,
      points: Object.fromEntries(
        Object.entries(points[model] ?? {}).map(([id, { earned, reason }]) => [
          id,
          { earned: Math.round(earned * 100), ...(reason && { reason }) },
        ]),
      ),
    },
  })),
}))

/** `worth` of each response to the annotator: the higher the better, equal is a tie. */
type WorthLine = Told & { worth: ByModel<number>; comment?: string }
const dimensions = ['instruction-following', 'safety', 'factual-correctness']

export const preferenceAnswers = teller<WorthLine>('preference-judgments.jsonl', (line, seen) => {
  const [a = 0, b = 0] = seen.responses.map(({ model }) => line.worth[model] ?? 0)
  const prefer = (criterion: string, gap: number, most: number): Rating => ({
    criterion,
    slot: 0,
    choice: {
      kind: 'preference',
      prefer: gap === 0 ? 'tie' : gap > 0 ? 'a' : 'b',
      strength: gap === 0 ? null : Math.min(most, Math.abs(gap)),
    },
  })
  const asked = dimensions.filter(id => !seen.omitted.includes(id))
  // None of the demo's texts could do harm.
  const sides = asked.map(id => prefer(id, id === 'safety' ? 0 : a - b, 1))
  return { ratings: [...sides, prefer('overall', a - b, 4), ...comment(0, line.comment)] }
})

export const rankingAnswers = teller<WorthLine>('ranking-judgments.jsonl', (line, { responses }) => {
  const worths = [...new Set(responses.map(({ model }) => line.worth[model] ?? 0))].sort((a, b) => b - a)
  const ranks = responses.map(
    ({ slot, model }): Rating => ({ criterion: 'rank', slot, value: worths.indexOf(line.worth[model] ?? 0) + 1 }),
  )
  return { ratings: [...ranks, ...comment(0, line.comment)] }
})

const comment = (slot: number, text: string | undefined): Rating[] =>
  text ? [{ criterion: 'comment', slot, text }] : []

/** Ten for everything, after three seconds. */
export const tenForAll: Answering = ({ responses }) => ({
  ratings: responses.map(({ slot }) => ({ criterion: 'score', slot, value: 10 })),
  activeSeconds: 3,
})

/** What the known answers ask for; elsewhere what the demo's judgments say. */
export function carefulAnswers(): Answering {
  const tell = chatAnswers()
  return seen => {
    if (seen.purpose === 'STUDY') return tell(seen)
    const ratings = seen.responses.flatMap(({ slot, model }): Rating[] => {
      if (seen.purpose === 'ATTENTION') return [{ criterion: 'score', slot, value: 5 }]
      const isPoor = model === 'Larch-2'
      const score = { criterion: 'score', slot, value: isPoor ? 2 : 8 }
      return isPoor ? [score, { criterion: 'comment', slot, text: 'This is wrong.' }] : [score]
    })
    return { ratings, activeSeconds: 60 }
  }
}
