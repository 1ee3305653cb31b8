import { fileURLToPath } from 'node:url'

// Packages are those of the product, two folders up.
const root = fileURLToPath(new URL('../..', import.meta.url))

export default {
  poweredByHeader: false,
  turbopack: { root },
  outputFileTracingRoot: root,
  serverExternalPackages: ['pg'],
}
