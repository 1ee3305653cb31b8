/** The only place that reads the wall clock. Leases and time stamps of rows use the database's time instead. */
export const now = (): Date => new Date()
