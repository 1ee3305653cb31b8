// Stops the built-in PostgreSQL when the process that used it was killed and could not do so itself.
// Usage: postgres-watchdog.mjs <home> <cluster> <pg_ctl> <process id>; the channel to the parent is what it watches.
import { leaveServer } from './postgres-users.mjs'
import { waitUntilGone } from './process-identity.mjs'

const [home, cluster, pgCtl, pid] = process.argv.slice(2)
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {})
process.on('message', () => process.exit(0))
process.once('disconnect', async () => {
  await waitUntilGone(Number(pid), 60_000)
  await leaveServer({ home, cluster, pgCtl }, Number(pid))
  process.exit(0)
})
