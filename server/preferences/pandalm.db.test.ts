import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { judgeStudy } from '@/prisma/builders/judge-study'
import { makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { makePlaces } from '../assignments/commands/make-places'
import { refreshEligibility } from '../assignments/commands/refresh-eligibility'
import { importFile } from '../items/commands/import-file'
import { requireOperatorStudy } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { makeReadable } from '../results/make-draft-study'
import { getComparisons } from '../results/queries/get-comparisons'
import { presetProtocol } from '../studies/presets'
import { syncPreferences } from './commands'
import { writePreferences } from './queries'

afterAll(disconnect)

const file = path.join(process.env.ASSAY_REFERENCE_DIR ?? '', 'data/pairwise/pandalm-texts.jsonl')
const items = 60

test.skipIf(!existsSync(file))(
  'published pairs (ASSAY_REFERENCE_DIR; skipped without it), from the file to the data',
  async () => {
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, items)
    const person = await makeSignedIn()
    const preset = presetProtocol('preference')
    const study = await makeStudy({
      open: false,
      models: [],
      items: [],
      memberIds: [person.userId],
      protocol: {
        ...preset,
        criteria: preset.criteria.filter(criterion => criterion.id === 'overall'),
        overlap: { share: 0, minimumPerLanguage: 0, extraAnnotators: 0 },
        batches: null,
      },
    })
    const bytes = new TextEncoder().encode(lines.join('\n'))
    const access = await requireOperatorStudy(study.studyId)
    const imported = await importFile({
      study: access,
      // Some of the published responses are no text; their lines are left out.
      options: { goodLinesOnly: true },
      source: {
        fileName: 'pandalm.jsonl',
        byteSize: bytes.length,
        read: async function* () {
          yield bytes
        },
      },
    })
    expect(imported.status).toBe('imported')
    const taken = imported.summary.items.new
    expect(taken).toBeGreaterThan(items / 2)
    await db.$transaction(async tx => {
      await tx.study.update({ where: { id: study.studyId }, data: { state: 'OPEN', openedAt: new Date() } })
      await makePlaces(tx, study.studyId)
      await refreshEligibility(tx, { studyId: study.studyId })
    })
    const places = await db.place.count({ where: { studyId: study.studyId } })
    expect(places).toBeGreaterThan(taken / 2)
    await judgeStudy(person.signInId, study, () => [
      { criterion: 'overall', slot: 0, choice: { kind: 'preference', prefer: 'a', strength: 2 } },
    ])
    const open = await requireOperatorStudy(study.studyId)
    expect(await syncPreferences(open)).toEqual({ cursor: places })
    const texts: string[] = []
    await writePreferences(open, 0, async text => void texts.push(text))
    expect(texts.join('').trim().split('\n')).toHaveLength(places)
    const { pairs } = await getComparisons(await makeReadable(open))
    // Identical responses share a slot: no place, and a tie.
    expect(pairs.reduce((sum, pair) => sum + pair.wins + pair.ties + pair.losses, 0)).toBe(taken)
  },
  120_000,
)
