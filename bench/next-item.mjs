// What comes next, with few and with many ratings stored, for 10 and for 200 annotators.
import { say } from '../scripts/progress.mjs'
import { inTurn } from './closed-loop.mjs'
import { annotatorsAtWork, startProduct } from './product.mjs'
import { ensureStudyTemplate } from './study-data.mjs'
import { largeStudy } from './submit-loops.mjs'

const levels = [1, 10, 200]

/** @returns one record per round: `{few, many: {clients: result}}` */
export async function measureNext(server, { quick, rounds, seconds }) {
  const study = largeStudy(quick)
  const histories = quick ? { few: 3000, many: 30_000 } : { few: 10_000, many: 1_000_000 }
  const templates = {}
  for (const [name, ratings] of Object.entries(histories))
    templates[name] = await ensureStudyTemplate(server, { ...study, ratings })
  const results = []
  for (let round = 0; round < rounds; round++) {
    say(`next item: round ${round + 1} of ${rounds}`)
    const products = {
      few: await startProduct(server, templates.few),
      many: await startProduct(server, templates.many),
    }
    const slicesOf = clients =>
      Object.fromEntries(Object.entries(products).map(([side, product]) => [side, annotatorsAtWork(product, clients)]))
    await inTurn(slicesOf(4), 4)
    const result = { few: {}, many: {} }
    for (const clients of levels) {
      for (const [side, measured] of Object.entries(await inTurn(slicesOf(clients), seconds)))
        result[side][clients] = measured
    }
    for (const product of Object.values(products)) await product.stop()
    results.push(result)
  }
  return results
}
