import { once } from 'node:events'
import { readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import { problems } from '../../../messages/en/auth.json'
import { DomainError } from '../../platform/errors'

/** Writes a line of data. */
export const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2))

/** Writes data as fast as it is taken. */
export async function write(data: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(data)) await once(process.stdout, 'drain')
}

/** Writes a file. @throws invalid when there can be none */
export async function writeTo(file: string, data: string | Uint8Array): Promise<void> {
  const full = pathOf(file)
  try {
    await writeFile(full, data)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    const why = { ENOENT: 'there is no such folder', EISDIR: 'it is a folder', EACCES: 'it may not be written' }[code]
    throw new DomainError('invalid', `${full} cannot be written${why ? `: ${why}` : ` (${code})`}.`)
  }
}

/** What was given, checked; the first thing that is wrong is the error. @throws invalid, detail.isUsage */
export function inputOf<Schema extends z.ZodType>(schema: Schema, given: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : ''
  // Messages of some schemas are keys of the catalogue.
  const words: Record<string, string> = problems
  const message = issue ? (words[issue.message] ?? issue.message) : 'Something is not valid.'
  throw new DomainError('invalid', `${where}${message}`, { isUsage: true })
}

/** A path as the person meant it: npm runs scripts in the project's folder, not in theirs. */
export const pathOf = (file: string): string => path.resolve(process.env.ASSAY_WORKING_DIR ?? process.cwd(), file)

const mostBytes = 256 * 1024 * 1024

/** A whole file in UTF-8. @throws invalid when it is not there, too large or in another encoding */
export async function readText(file: string): Promise<string> {
  const full = pathOf(file)
  const found = await stat(full).catch(() => null)
  if (!found?.isFile()) throw new DomainError('invalid', `There is no file ${full}.`)
  if (found.size > mostBytes) throw new DomainError('invalid', `${full} is larger than 256 MB: split it.`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(full))
  } catch {
    throw new DomainError('invalid', `${full} is not UTF-8. Save it as UTF-8 and try again.`)
  }
}

/** All of standard input, in UTF-8. */
export async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
