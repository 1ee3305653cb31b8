// What an address asks of an import of recorded judgments.
import { ApiProblem } from './api-problem'
import { fileNameOf, isCsv } from './import-order'
import type { GivenFile } from './operation'

interface RecordedQuery {
  fileName?: string
  createMissing: string
  step?: 1 | 0.5 | 0.2 | 0.1
  language?: string
  dryRun: string
}

export const recordedOptionsOf = (query: RecordedQuery, file: GivenFile) => ({
  fileName: fileNameOf(query, file),
  format: isCsv(file) ? ('csv' as const) : ('jsonl' as const),
  createMissing: query.createMissing === 'true',
  step: query.step,
  language: query.language,
  dryRun: query.dryRun === 'true',
})

const mostBytes = 256 * 1024 * 1024

/** The text of a file, which is read as a whole. @throws too-large, bad-request when it is not UTF-8 */
export async function textOf(file: GivenFile): Promise<string> {
  if (file.byteSize > mostBytes)
    throw new ApiProblem('too-large', 'A file of judgments has 256 MB at most. Send it in parts.')
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    let text = ''
    for await (const chunk of file.read()) text += decoder.decode(chunk, { stream: true })
    return text + decoder.decode()
  } catch {
    throw new ApiProblem('bad-request', 'The file is not UTF-8.')
  }
}
