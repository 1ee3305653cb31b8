import 'server-only'
import { router } from '../trpc/init'
import { adminProcedure } from '../trpc/procedures'
import { listAuditEntries, verifyTrail } from './queries'
import { listAuditSchema } from './schema'

export const auditRouter = router({
  list: adminProcedure.input(listAuditSchema).query(({ ctx, input }) => listAuditEntries(ctx.admin, input)),
  verify: adminProcedure.query(({ ctx }) => verifyTrail(ctx.admin)),
})
