// The files of this folder, as text, as lines, and as sources of an import.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'

export const readText = (name: string) => readFileSync(path.join(process.cwd(), 'prisma', 'demo', name), 'utf8')

export const readLines = <Line>(name: string): Line[] =>
  readText(name)
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Line)

/** An items file, or those of its lines whose item is wanted. */
export function itemsFile(fileName: string, isWanted: (item: string) => boolean = () => true) {
  const lines = readText(fileName)
    .split('\n')
    .filter(line => line !== '' && isWanted(JSON.parse(line).id))
  const bytes = Buffer.from(`${lines.join('\n')}\n`)
  return { fileName, byteSize: bytes.length, read: () => Readable.from([bytes]) }
}
