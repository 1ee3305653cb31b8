// Prints what the translated catalogues lack: `npm run messages:missing`. Exits 1 when they lack something.
import { compareMessages } from './compare-messages.mjs'
import { catalogues, readCatalogue, translations } from './read-catalogues.mjs'

for (const locale of translations())
  for (const file of catalogues()) {
    const problems = compareMessages(readCatalogue('en', file), readCatalogue(locale, file), locale)
    if (problems.length === 0) continue
    process.exitCode = 1
    console.log(`messages/${locale}/${file}`)
    for (const problem of problems) console.log(`  ${problem}`)
  }
