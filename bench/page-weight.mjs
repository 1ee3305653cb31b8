// First-load JavaScript of the annotator's page: every script that its HTML names, compressed as a proxy would.
import { gzipSync } from 'node:zlib'
import { openClient, openTrpcClient } from './http-client.mjs'
import { startProduct } from './product.mjs'
import { ensureStudyTemplate } from './study-data.mjs'
import { smallStudy } from './submit-loops.mjs'

const scriptPattern = /\/_next\/static\/[^"'\\\s)]+?\.js/g
const noModulePattern = /<script[^>]*nomodule[^>]*>/gi

/** Paths of the scripts that a page's HTML makes a current browser load. */
export const scriptsOf = html => [...new Set(html.replaceAll(noModulePattern, '').match(scriptPattern) ?? [])]

/** @returns `{status, scripts, kilobytes}` (gzip; 1 KB = 1024 bytes) */
export async function measurePage(server) {
  const product = await startProduct(server, await ensureStudyTemplate(server, smallStudy))
  try {
    const [cookie] = product.cookies
    const trpc = openTrpcClient(product.baseUrl, { cookie })
    const { assignment } = await trpc.mutate('assignments.continueStudy', { study: 'bench' })
    trpc.close()
    const client = openClient(product.baseUrl, { cookie })
    const page = await client.request('GET', `/work/${assignment}`)
    const scripts = page.status === 200 ? scriptsOf(page.text) : []
    let bytes = 0
    for (const path of scripts) {
      const { status, text } = await client.request('GET', path)
      if (status === 200) bytes += gzipSync(text).length
    }
    client.close()
    return { status: page.status, scripts: scripts.length, kilobytes: page.status === 200 ? bytes / 1024 : null }
  } finally {
    await product.stop()
  }
}
