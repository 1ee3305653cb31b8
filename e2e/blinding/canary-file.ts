import { randomBytes } from 'node:crypto'

/** Unique, findable in any encoding, and in nothing by chance. */
const core = () => `q${randomBytes(9).toString('hex')}`
/** Nine digits that no code has. The last is no zero, which a fraction would lose. */
const digits = () => `${String(70_000_000 + Math.floor(randomBytes(4).readUInt32BE() / 200)).slice(0, 8)}7`

/** The made-up strings of one study: what no annotator may get, and what every annotator gets. */
export interface Canaries {
  secret: Record<string, string>
  /** In the prompt of every item: the net must find it wherever annotators see the prompt. */
  planted: string
  /** Nine digits each. */
  numbers: Record<string, string>
}

export function makeCanaries(): Canaries {
  const secrets = ['modelA', 'modelB', 'modelC', 'provider', 'endpoint', 'itemId', 'responseId', 'fileName']
  secrets.push('path', 'reasoning', 'think', 'itemMetadata', 'itemNote', 'colleague', 'responseMetadata', 'explanation')
  return {
    secret: Object.fromEntries(secrets.map(name => [name, core()])),
    planted: core(),
    numbers: Object.fromEntries(['latency', 'tokens', 'cost', 'seed'].map(name => [name, digits()])),
  }
}

export const modelNames = ({ secret }: Canaries) =>
  ['modelA', 'modelB', 'modelC'].map((key, index) => `Kestrel “${index}” <${secret[key]}> & Söhne`)

export const fileName = ({ secret }: Canaries) => `answers of ${secret.fileName}.jsonl`

interface FileItem {
  prompt: unknown
  language?: string
  category?: string
  reference?: string
  answers: (model: number) => Record<string, unknown>
}

/** One of each kind of what annotators meet: markdown, right-to-left, several turns, twins that share a slot, a failure. */
const items: FileItem[] = [
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

/** A file as admins import it; every field that says where a response is from holds canaries. */
export function canaryFile(canaries: Canaries): string {
  const { secret, numbers, planted } = canaries
  const opening = (prompt: unknown) =>
    typeof prompt === 'string'
      ? `${prompt} (${planted})`
      : (prompt as { role: string; content: string }[]).map(message => ({
          ...message,
          content: `${message.content} (${planted})`,
        }))
  const line = (item: FileItem, at: number) => ({
    id: `item-${secret.itemId}-${at}`,
    language: item.language ?? 'en',
    category: item.category,
    prompt: opening(item.prompt),
    reference: item.reference,
    metadata: { source: secret.itemMetadata, seed: Number(numbers.seed) },
    note: secret.itemNote,
    responses: modelNames(canaries).map((model, n) => {
      const answer = item.answers(n)
      const thinking = `<think>${secret.think} is what I think, ${n}</think>`
      return {
        ...answer,
        ...(typeof answer.text === 'string' && answer.text && at % 2 ? { text: `${thinking}\n${answer.text}` } : {}),
        model,
        reasoning: `${secret.reasoning}: step ${n}`,
        response_id: `${secret.responseId}-${at}-${n}`,
        provider: `${secret.provider}.example`,
        latency_ms: Number(numbers.latency),
        usage: { total_tokens: Number(numbers.tokens), path: `/runs/${secret.path}` },
        cost: Number(`0.${numbers.cost}`),
        metadata: { endpoint: `https://${secret.endpoint}.example/v1?a=b&c=d`, note: secret.responseMetadata },
      }
    }),
  })
  return `${items.map((item, at) => JSON.stringify(line(item, at))).join('\n')}\n`
}

/** How many items the file has. */
export const canaryItemCount = items.length
