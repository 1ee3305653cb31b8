import pino from 'pino'

/** One JSON line per event on stderr. Never log texts of items, names of models, tokens or passwords. */
export const logger = pino(
  { level: process.env.ASSAY_LOG_LEVEL || 'info', base: undefined },
  pino.destination({ fd: 2, sync: true }),
)
