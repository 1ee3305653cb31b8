import type { PresetName } from '@/server/studies/preset-names'
import { type Canaries, modelNames } from './canary-file'

/** An item of a canary study, as a line of its file; `answers` makes what the n-th model says. */
export interface CanaryItem {
  prompt: unknown
  language?: string
  source_language?: string
  context?: string
  category?: string
  reference?: string
  rubric?: unknown[]
  pairs?: unknown[]
  purpose?: 'gold'
  expected?: unknown[]
  explanation?: string
  answers: (model: number) => Record<string, unknown>
}

/** One of each kind of what annotators meet: markdown, right-to-left, several turns, twins that share a slot, a failure. */
export const chatItems: readonly CanaryItem[] = [
  {
    prompt: 'Sum 2 and 3.',
    category: 'math',
    reference: 'Five.',
    answers: n => ({ text: `**${5 + n}** is it.\n\n| a | b |\n|---|---|\n| ${n} | $x^${n + 2}$ |` }),
  },
  {
    prompt: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Hello?' },
      { role: 'assistant', content: 'Yes?' },
      { role: 'user', content: 'Why?' },
    ],
    category: 'logic',
    answers: n => ({ text: `Because ${'of this. '.repeat(n + 1)}` }),
  },
  {
    prompt: [
      { role: 'user', content: 'One' },
      { role: 'user', content: 'Two' },
    ],
    answers: n => ({ turns: [`1.${n}`, `2.${n}`] }),
  },
  {
    prompt: 'Which are twins?',
    category: 'objective-qa',
    answers: n => ({ text: n < 2 ? 'We are twins.' : 'I am not.' }),
  },
  {
    prompt: 'Who failed?',
    category: 'objective-qa',
    answers: n => (n === 1 ? { text: '', status: 'failed' } : { text: `Not me, says ${'abc'[n]}.` }),
  },
  { prompt: 'مرحبا', language: 'ar', category: 'text-generation', answers: n => ({ text: `أهلا ${n}` }) },
  { prompt: 'Write code.', category: 'code', answers: n => ({ text: `\`\`\`js\nconst answer = ${n}\n\`\`\`` }) },
  ...Array.from({ length: 8 }, (_, index) => ({
    prompt: `Prompt number ${index}.`,
    category: 'text-processing',
    answers: (n: number) => ({ text: `Answer ${n} to number ${index}. ${'It is longer. '.repeat(n * 7)}` }),
  })),
]

/** The presets that are walked beside general chat, which has a walk of its own. */
export type WalkedPreset = Exclude<PresetName, 'general-chat'>

const rubric = [
  { id: 'claim', text: 'States what is assumed.' },
  { id: 'proof', text: 'Reaches the contradiction.' },
]

/** The items of the other presets, with what only they have: references that wait, rubrics, pairs of their own, a gold item. */
export function presetItems(canaries: Canaries): Record<WalkedPreset, readonly CanaryItem[]> {
  const models = modelNames(canaries)
  const answers = (what: string) => (n: number) => ({ text: `${what}, said ${'one two three'.split(' ')[n]}.` })
  const numbered = (count: number, make: (index: number) => CanaryItem) =>
    Array.from({ length: count }, (_, index) => make(index))
  return {
    translation: canaries.late.map((late, index) => ({
      prompt: `句子 ${index}`,
      source_language: 'zh',
      context: `From made-up letter ${index}.`,
      reference: `The reference of sentence ${index} ${late}`,
      answers: answers(`Sentence ${index}`),
    })),
    preference: numbered(2, index => ({
      prompt: `Which of them, ${index}?`,
      ...(index === 0 ? { pairs: [[models[0], models[2]]] } : {}),
      answers: answers(`Pair ${index}`),
    })),
    ranking: numbered(3, index => ({
      prompt: `In which order, ${index}?`,
      ...(index === 2 ? goldOf(canaries) : {}),
      answers: answers(`Order ${index}`),
    })),
    'expert-rubric': numbered(2, index => ({
      prompt: `Prove statement ${index}.`,
      reference: `A proof of ${index}.`,
      rubric,
      answers: answers(`Proof ${index}`),
    })),
    blank: numbered(2, index => ({ prompt: `Anything, ${index}?`, answers: answers(`Anything ${index}`) })),
  }
}

/** Checks annotators: its known answer, and that it has one, is nobody's business. */
const goldOf = (canaries: Canaries): Partial<CanaryItem> => {
  const [better, worse] = modelNames(canaries)
  return {
    purpose: 'gold',
    expected: [{ criterion: 'rank', better, worse, atLeast: 1 }],
    explanation: `Known because of ${canaries.secret.explanation}.`,
  }
}
