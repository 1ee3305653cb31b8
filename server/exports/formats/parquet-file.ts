// Parquet, one row group after the other: what has been written is let go of.
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { DataColumn, DataType } from '../data/data-column'

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number]

const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const

const leaves: Record<Exclude<DataType, 'texts' | 'messages'>, Partial<SchemaElement>> = {
  word: text,
  text,
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  flag: { type: 'BOOLEAN' },
  time: {
    type: 'INT64',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
    converted_type: 'TIMESTAMP_MILLIS',
  },
  json: { type: 'BYTE_ARRAY', converted_type: 'JSON' },
}

const optional = { repetition_type: 'OPTIONAL' } as const

function elementsOf({ name, type }: DataColumn): SchemaElement[] {
  if (type !== 'texts' && type !== 'messages') return [{ name, ...optional, ...leaves[type] }]
  const list: SchemaElement[] = [
    { name, ...optional, num_children: 1, converted_type: 'LIST' },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  ]
  if (type === 'texts') return [...list, { name: 'element', ...optional, ...text }]
  return [
    ...list,
    { name: 'element', ...optional, num_children: 2 },
    { name: 'role', ...optional, ...text },
    { name: 'content', ...optional, ...text },
  ]
}

const converted = (type: DataType, value: unknown): unknown => {
  if (value === null || value === undefined) return null
  if (type === 'integer') return BigInt(value as number)
  return type === 'number' ? Number(value) : value
}

export interface ParquetFile {
  /** Each row has a value per column: times as Date, lists and objects as they are, null for none. One row group. */
  write: (rows: readonly (readonly unknown[])[]) => Promise<void>
  /** The end of the file. Nothing may follow. */
  finish: () => Promise<void>
}

/** The same rows in the same groups always give the same bytes. */
export function parquetFile(columns: readonly DataColumn[], write: (bytes: Uint8Array) => Promise<void>): ParquetFile {
  const bytes = new ByteWriter()
  const root: SchemaElement = { name: 'root', num_children: columns.length }
  const file = new ParquetWriter({
    writer: bytes,
    schema: [root, ...columns.flatMap(elementsOf)],
    createdBy: 'assay',
    statistics: true,
  })
  const flush = async () => {
    if (bytes.index === 0) return
    // A copy: the buffer is written to again.
    const done = new Uint8Array(bytes.buffer.slice(0, bytes.index))
    bytes.index = 0
    await write(done)
  }
  return {
    write: async rows => {
      if (rows.length === 0) return
      const columnData = columns.map(({ name, type }, at) => ({
        name,
        data: rows.map(row => converted(type, row[at])),
      }))
      await file.write({ columnData, rowGroupSize: rows.length })
      await flush()
    },
    finish: async () => {
      await file.finish()
      await flush()
    },
  }
}
