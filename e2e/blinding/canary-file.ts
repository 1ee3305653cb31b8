import { randomBytes } from 'node:crypto'
import type { CanaryItem } from './canary-items'

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
  /** In the references that wait for the first scores, one per item: each may come when its item is locked. */
  late: string[]
  /** In every comment of the colleague: nobody else's. */
  theirs: string
}

export function makeCanaries(): Canaries {
  const secrets = ['modelA', 'modelB', 'modelC', 'provider', 'endpoint', 'itemId', 'responseId', 'fileName']
  secrets.push('path', 'reasoning', 'think', 'itemMetadata', 'itemNote', 'colleague', 'responseMetadata', 'explanation')
  return {
    secret: Object.fromEntries(secrets.map(name => [name, core()])),
    planted: core(),
    numbers: Object.fromEntries(['latency', 'tokens', 'cost', 'seed'].map(name => [name, digits()])),
    late: [core(), core(), core()],
    theirs: core(),
  }
}

export const modelNames = ({ secret }: Canaries) =>
  ['modelA', 'modelB', 'modelC'].map((key, index) => `Kestrel “${index}” <${secret[key]}> & Söhne`)

export const fileName = ({ secret }: Canaries) => `answers of ${secret.fileName}.jsonl`

/** A file as admins import it; every field that says where a response is from holds canaries. */
export function canaryFile(canaries: Canaries, items: readonly CanaryItem[]): string {
  const { secret, numbers, planted } = canaries
  const opening = (prompt: unknown) =>
    typeof prompt === 'string'
      ? `${prompt} (${planted})`
      : (prompt as { role: string; content: string }[]).map(message => ({
          ...message,
          content: `${message.content} (${planted})`,
        }))
  const line = ({ answers, prompt, ...item }: CanaryItem, at: number) => ({
    id: `item-${secret.itemId}-${at}`,
    language: 'en',
    ...item,
    prompt: opening(prompt),
    metadata: { source: secret.itemMetadata, seed: Number(numbers.seed) },
    note: secret.itemNote,
    responses: modelNames(canaries).map((model, n) => {
      const answer = answers(n)
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
