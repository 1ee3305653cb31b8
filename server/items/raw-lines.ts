// Reads the bytes of a file as numbered raw records, in bounded memory: JSON Lines here, CSV in csv-records.ts.
import { readCsv } from './csv-records'
import { shownValue } from './import-problems'
import { type Line, LineSplitter } from './line-splitter'
import type { ImportOptions, ImportProblem } from './schema'
import { undecodableByte } from './undecodable-byte'
import { findUnsafeNumber } from './unsafe-number'

/** One line of the file: what it holds, or why it cannot be read. */
export interface RawLine {
  line: number
  raw?: unknown
  problem?: ImportProblem
  /** How much of the file has been read with this line. */
  bytesRead: number
  /** Roughly how large this line is in memory. */
  size: number
}

export const maxLineBytes = 32 * 1024 * 1024
const byteOrderMark = 0xfeff

export type ByteSource = AsyncIterable<Uint8Array>

/** By the name, else by the first character. */
export function detectFormat(fileName: string, firstBytes: Uint8Array, options: ImportOptions): 'jsonl' | 'csv' {
  if (options.format !== 'auto') return options.format
  if (/\.(csv|tsv)$/i.test(fileName)) return 'csv'
  if (/\.(jsonl|ndjson|json)$/i.test(fileName)) return 'jsonl'
  const start = new TextDecoder().decode(firstBytes.subarray(0, 256)).trimStart()
  return start.startsWith('{') || start.startsWith('[') ? 'jsonl' : 'csv'
}

export const problemAt = (line: number, code: string, value: unknown, message: string, fix: string): ImportProblem => ({
  line,
  severity: 'error',
  code,
  field: '',
  value: shownValue(value),
  message,
  fix,
})

/** The lines of a file, decoded; those that cannot be are given with their problem. */
export async function* readLines(source: ByteSource, encoding: string): AsyncGenerator<DecodedLine> {
  const splitter = new LineSplitter(maxLineBytes)
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  let bytesRead = 0
  for await (const chunk of source) {
    for (const line of splitter.push(chunk)) yield decodeLine(line, decoder, encoding, bytesRead + chunk.length)
    bytesRead += chunk.length
  }
  for (const line of splitter.end()) yield decodeLine(line, decoder, encoding, bytesRead)
}

export interface DecodedLine {
  number: number
  text: string
  problem?: ImportProblem
  bytesRead: number
}

function decodeLine(line: Line, decoder: TextDecoder, encoding: string, bytesRead: number): DecodedLine {
  const { number } = line
  if (line.tooLong) {
    const most = `${maxLineBytes / 1024 / 1024} MB`
    const fix = 'Split the item, or take out what is not needed.'
    return {
      number,
      text: '',
      bytesRead,
      problem: problemAt(number, 'line_too_long', '', `The line is longer than ${most}.`, fix),
    }
  }
  try {
    const text = decoder.decode(line.bytes)
    const isMarked = number === 1 && text.charCodeAt(0) === byteOrderMark
    return { number, text: isMarked ? text.slice(1) : text, bytesRead }
  } catch {
    const at = Math.max(0, undecodableByte(line.bytes, encoding))
    const shown = [...line.bytes.subarray(at, at + 4)].map(byte => byte.toString(16).padStart(2, '0')).join(' ')
    const message = `Not ${encoding.toUpperCase()}: byte ${line.offset + at + 1} of the file (byte ${at + 1} of the line) cannot be decoded.`
    const fix =
      encoding === 'utf-8'
        ? 'Save the file as UTF-8; for a CSV file, another encoding can be chosen.'
        : 'Choose the encoding that the file was saved in.'
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(line.bytes)
    return { number, text, bytesRead, problem: problemAt(number, 'bad_encoding', shown, message, fix) }
  }
}

const escapedSurrogate = /\\u[dD][89a-fA-F]/
const escapedNull = /\\u0000/

async function* readJsonLines(source: ByteSource): AsyncGenerator<RawLine> {
  for await (const { number: line, text, problem, bytesRead } of readLines(source, 'utf-8')) {
    const read = { line, bytesRead, size: text.length }
    if (problem) {
      yield { ...read, problem }
      // UTF-16 and the like: every line would be wrong in the same way.
      if (line === 1 && problem.code === 'bad_encoding' && /^(ff fe|fe ff)/.test(problem.value)) return
      continue
    }
    if (text.trim() === '') continue
    yield { ...read, ...parseJson(text, line) }
  }
}

function parseJson(text: string, line: number): Pick<RawLine, 'raw' | 'problem'> {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (error) {
    const message = `This is not valid JSON: ${error instanceof Error ? error.message.replace(/, "[\s\S]*$/, '') : ''}`
    const fix = 'Write one JSON object per line; a line break inside a text is written as \\n.'
    return { problem: problemAt(line, 'bad_json', text, message, fix) }
  }
  if (Array.isArray(raw)) {
    const fix = 'Write one object per line, without the brackets and the commas around them.'
    return { problem: problemAt(line, 'json_array', text, 'The line is a JSON list, not an object.', fix) }
  }
  const unsafe = findUnsafeNumber(text, raw)
  if (unsafe) {
    const message = 'The number cannot be kept as it is written: it would become another one.'
    const fix = 'Write it as a text, in double quotes.'
    return { problem: { ...problemAt(line, 'unsafe_number', unsafe.written, message, fix), field: unsafe.path } }
  }
  if (escapedSurrogate.test(text)) {
    const field = findText(raw, value => /\p{Surrogate}/u.test(value))
    if (field !== null) {
      const message = 'The text holds half a character (a lone surrogate such as \\ud83d), which no encoding can store.'
      const fix = 'Write the whole character; such halves appear when a text was cut in the middle of an emoji.'
      return { problem: { ...problemAt(line, 'lone_surrogate', '', message, fix), field } }
    }
  }
  if (escapedNull.test(text)) raw = withoutNulls(raw)
  return { raw }
}

/** The path of the first text that matches, or null. */
function findText(value: unknown, matches: (text: string) => boolean, path = ''): string | null {
  if (typeof value === 'string') return matches(value) ? path : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, member] of Object.entries(value)) {
    if (matches(key)) return path
    const step = Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key
    const found = findText(member, matches, step)
    if (found !== null) return found
  }
  return null
}

/** PostgreSQL stores no U+0000; what stands in its place is the sign for it. */
export function withoutNulls(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '\u2400')
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key.replaceAll('\u0000', '\u2400'), withoutNulls(member)]),
  )
}

/** Reads a file in its format and encoding. */
export function readRawLines(
  source: ByteSource,
  format: 'jsonl' | 'csv',
  options: ImportOptions,
): AsyncGenerator<RawLine> {
  return format === 'jsonl' ? readJsonLines(source) : readCsv(readLines(source, options.encoding), options)
}
