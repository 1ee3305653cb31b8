// `npm run demo`, `npm start` and `npm run dev`: prepare, then run.
import { setUp } from '../setup.mjs'

export async function serve(mode) {
  await setUp({ web: mode !== 'dev' })
  const { runApplication } = await import('../application.mjs')
  await runApplication(mode)
}
