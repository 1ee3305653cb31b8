// Where things are in this checkout.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fs.realpathSync(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'))

/** Everything that is made at run time and not by the build: database, secret, stamps, uploaded files. */
export const dataDir = path.resolve(root, process.env.ASSAY_DATA_DIR || '.data')

/** Makes the data folder. Others may pass through it (PostgreSQL runs as another user than root) but not list it. */
export function makeDataDir() {
  if (fs.existsSync(dataDir)) return
  fs.mkdirSync(dataDir, { recursive: true })
  if (process.getuid?.() === 0) fs.chmodSync(dataDir, 0o711)
}

/** Path of a program inside an installed package. */
export const packageFile = (name, file) => path.join(root, 'node_modules', name, file)
