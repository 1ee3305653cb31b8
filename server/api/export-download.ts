// The file of an export as an answer: all of it, the part that was asked for, or nothing where it is known already.
import { byteRange } from '../exports/byte-range'
import { fileHeaders } from '../exports/download-response'
import { isKnown, isOtherThanWanted } from '../exports/etag-conditions'
import type { ExportFormat } from '../exports/schema'
import { ApiProblem } from './api-problem'
import type { WrittenAnswer } from './write-answer'

interface KeptFile {
  fileName: string
  format: ExportFormat
  byteSize: number
  sha256: string
  read: (range: { first: number; last: number } | null) => AsyncIterable<Uint8Array>
}

function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(new Uint8Array(value))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}

export function exportDownload(asked: Headers, file: KeptFile): WrittenAnswer {
  const headers = fileHeaders(file)
  if (isOtherThanWanted(asked, headers.etag))
    throw new ApiProblem('another-version', 'The file has another ETag than the one that If-Match asks for.')
  if (isKnown(asked, headers.etag)) return { status: 304, headers, body: '' }
  const range = byteRange(asked, file.byteSize, headers.etag)
  if (range === 'unsatisfiable')
    throw new ApiProblem('no-such-part', `The file has ${file.byteSize} bytes.`, [], {
      'content-range': `bytes */${file.byteSize}`,
    })
  const length = range === null ? file.byteSize : range.last - range.first + 1
  return {
    status: range === null ? 200 : 206,
    headers: {
      ...headers,
      'content-length': String(length),
      ...(range && { 'content-range': `bytes ${range.first}-${range.last}/${file.byteSize}` }),
    },
    body: streamOf(file.read(range)),
  }
}
