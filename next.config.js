import createNextIntlPlugin from 'next-intl/plugin'

// Responses that skip proxy.ts (API routes, static files) get their headers here; pages get the same and a nonce CSP there.
const headers = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'referrer-policy', value: 'no-referrer' },
  { key: 'cross-origin-opener-policy', value: 'same-origin' },
  { key: 'permissions-policy', value: 'camera=(), microphone=(), geolocation=()' },
]

/** @type {import('next').NextConfig} */
const config = {
  output: process.env.NEXT_OUTPUT === 'standalone' ? 'standalone' : undefined,
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pg-copy-streams', 'graphile-worker', 'pino', 'iconv-lite'],
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  headers: async () => [{ source: '/:path*', headers }],
}

// Texts are parsed at build time: a parser of ICU messages is more than 10 KB of every first load.
const messages = { path: './messages', format: 'json', locales: 'infer', precompile: true }

export default createNextIntlPlugin({ requestConfig: './server/platform/i18n.ts', experimental: { messages } })(config)
