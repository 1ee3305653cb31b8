// The catalogues of the interface, from the files.
import fs from 'node:fs'
import path from 'node:path'
import { root } from './paths.mjs'

const folder = path.join(root, 'messages')

/** The locales that have a folder, English apart. */
export const translations = () => fs.readdirSync(folder).filter(name => name !== 'en')

/** The file names of the English catalogues. */
export const catalogues = () => fs.readdirSync(path.join(folder, 'en'))

/** One catalogue of a locale; empty while there is no such file. */
export function readCatalogue(locale, file) {
  const name = path.join(folder, locale, file)
  return fs.existsSync(name) ? JSON.parse(fs.readFileSync(name, 'utf8')) : {}
}
