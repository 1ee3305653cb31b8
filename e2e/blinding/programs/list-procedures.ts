// Prints every procedure that there is, so that a new one is attacked without anybody adding it to a list.
import { appRouter } from '@/server/trpc/root'

interface Definition {
  _def: { type: 'query' | 'mutation' | 'subscription'; meta?: { audience: string } }
}
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Definition>)
console.log(
  JSON.stringify(procedures.map(([path, { _def }]) => ({ path, type: _def.type, audience: _def.meta?.audience }))),
)
process.exit(0)
