import 'server-only'
import { sql } from './db'
import { env } from './env'
import { logger } from './logger'

/** Whether this process can work: `ok` when the database answers. `instance` names the process to who started it. */
export async function checkHealth(): Promise<{ ok: boolean; instance: string }> {
  const instance = env().ASSAY_INSTANCE
  try {
    await sql('check_health', 'SELECT 1', [])
    return { ok: true, instance }
  } catch (error) {
    logger.warn({ error: error instanceof Error ? error.message : String(error) }, 'the database does not answer')
    return { ok: false, instance }
  }
}
