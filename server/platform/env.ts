import { z } from 'zod'

const flag = z
  .enum(['true', 'false', '1', '0', ''])
  .default('')
  .transform(value => value === 'true' || value === '1')

const envSchema = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgresql:// address'),
    DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(100).default(10),
    NEXTAUTH_URL: z.url().default('http://localhost:3000'),
    NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    ASSAY_DATA_DIR: z.string().min(1).default('.data'),
    ASSAY_UPLOAD_LIMIT_MB: z.coerce.number().int().min(1).default(2048),
    ASSAY_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    ASSAY_TRUST_PROXY: flag,
    ASSAY_WEBHOOK_PRIVATE_ADDRESSES: flag,
    ASSAY_INSTANCE: z.string().default(''),
    OIDC_ISSUER: z.url().optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().default('Single sign-on'),
  })
  .refine(env => !env.OIDC_ISSUER || (env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET), {
    path: ['OIDC_CLIENT_ID'],
    message: 'OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET beside it',
  })

export type Env = z.infer<typeof envSchema>

/** Reads the configuration; throws one message that names every wrong variable. Empty strings count as unset. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = envSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The configuration is not usable:\n${lines.join('\n')}\nSee docs/operators.md.`)
}

let current: Env | undefined

/** The configuration of this process, read once at first use (so that a build needs none). */
export function env(): Env {
  current ??= parseEnv(process.env)
  return current
}
