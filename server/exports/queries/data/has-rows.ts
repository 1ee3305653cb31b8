import 'server-only'
import { withConnection } from '../../../platform/db'
import { bindLiterals } from '../../data/bind-literals'
import type { DataSource } from '../../data/data-source'

/** Whether a file of data would have any row now. */
export const hasRows = ({ text, values }: DataSource): Promise<boolean> =>
  withConnection(async client => {
    const { rows } = await client.query<{ found: boolean }>(`SELECT EXISTS (${bindLiterals(text, values)}) AS found`)
    return rows[0]?.found ?? false
  })
