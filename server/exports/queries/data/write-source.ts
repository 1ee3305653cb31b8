import 'server-only'
import type { PoolClient } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { withConnection } from '../../../platform/db'
import { csvLines } from '../../csv-lines'
import { bindLiterals } from '../../data/bind-literals'
import { csvCellSql, jsonMemberSql } from '../../data/cell-sql'
import type { DataSource } from '../../data/data-source'
import { parquetFile } from '../../formats/parquet-file'
import type { ExportOutput } from '../../request/export-output'

/** What is in memory at once: a row group. */
const rowsPerGroup = 2_500
/** The same, of rows with long texts. */
const textsPerGroup = 1_000
const newLine = 10

/**
 * Writes the rows of a query as a file, in one snapshot. CSV and JSON lines are made in the database and pass through as
 * bytes: a million rows cost a fraction of what making each of them here would.
 */
export async function writeSource(
  source: DataSource,
  format: 'csv' | 'jsonl' | 'parquet',
  out: ExportOutput,
): Promise<void> {
  await withConnection(async client => {
    await client.query("SET LOCAL work_mem = '128MB'; SET LOCAL jit = off; SET LOCAL TimeZone = 'UTC'")
    const { rows } = await client.query<{ rows: string }>(bindLiterals(source.count, source.values))
    await out.expect(Number(rows[0]?.rows ?? 0))
    await writers[format](client, source, out)
  })
}

const selected = ({ columns, text, values }: DataSource, write: (column: DataSource['columns'][number]) => string) =>
  `SELECT ${columns.map(write).join(', ')} FROM (${bindLiterals(text, values)}) d`

async function copyRows(client: PoolClient, statement: string, out: ExportOutput) {
  const stream = client.query(copyTo(statement, { highWaterMark: 256 * 1024 }))
  let told = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    await out.write(chunk)
    let lines = 0
    for (let at = chunk.indexOf(newLine); at >= 0; at = chunk.indexOf(newLine, at + 1)) lines += 1
    told += lines
    await out.advance(lines)
  }
  // How many there were is known once the statement has ended; texts have lines of their own.
  await client.query('SELECT 1')
  await out.advance(stream.rowCount - told)
}

async function eachGroup(
  client: PoolClient,
  { text, values, make, columns }: DataSource,
  out: ExportOutput,
  write: (rows: unknown[][]) => Promise<void>,
) {
  await client.query(`DECLARE data_rows NO SCROLL CURSOR FOR ${bindLiterals(text, values)}`)
  const fetched = `FETCH ${make ? textsPerGroup : rowsPerGroup} FROM data_rows`
  for (;;) {
    const { rows } = await client.query<Record<string, unknown>>(fetched)
    if (rows.length === 0) return
    await write(make ? rows.map(make) : rows.map(row => columns.map(({ name }) => row[name])))
    await out.advance(rows.length)
  }
}

const encoder = new TextEncoder()

const writers = {
  csv: async (client: PoolClient, source: DataSource, out: ExportOutput) => {
    if (source.make) throw new Error('rows that are made here have no cells of CSV')
    await out.write(encoder.encode(csvLines([source.columns.map(column => column.name)])))
    await copyRows(client, `COPY (${selected(source, csvCellSql)}) TO STDOUT (FORMAT csv)`, out)
  },
  jsonl: async (client: PoolClient, source: DataSource, out: ExportOutput) => {
    if (source.make)
      return eachGroup(client, source, out, rows => {
        const lines = rows.map(row =>
          JSON.stringify(Object.fromEntries(source.columns.map(({ name }, at) => [name, row[at]]))),
        )
        return out.write(encoder.encode(`${lines.join('\n')}\n`))
      })
    // Control characters are escaped in JSON: with these as marks CSV quotes nothing.
    const asItIs = String.raw`(FORMAT csv, QUOTE E'\x01', DELIMITER E'\x02')`
    await copyRows(
      client,
      `COPY (SELECT row_to_json(o) FROM (${selected(source, jsonMemberSql)}) o) TO STDOUT ${asItIs}`,
      out,
    )
  },
  parquet: async (client: PoolClient, source: DataSource, out: ExportOutput) => {
    const file = parquetFile(source.columns, out.write)
    await eachGroup(client, source, out, file.write)
    await file.finish()
  },
}
