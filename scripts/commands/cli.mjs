// `npm run assay -- …`: the command line on the right database. Standard output is the command's alone.
import { sayOnStandardError, silence } from '../progress.mjs'
import { setUp } from '../setup.mjs'

/** `--demo` first, or ASSAY_DATABASE, names the database; the rest is the command line's. */
function chooseDatabase(args) {
  const at = args.indexOf('--demo')
  const kind = at >= 0 ? 'demo' : process.env.ASSAY_DATABASE || 'real'
  if (!['real', 'demo', 'dev'].includes(kind))
    throw new Error(`ASSAY_DATABASE must be real, demo or dev, not "${kind}"`)
  return { kind, rest: at >= 0 ? args.toSpliced(at, 1) : args }
}

/** Returns the exit code of the command line. */
export async function cli(args) {
  sayOnStandardError()
  const { kind, rest } = chooseDatabase(args)
  await setUp({ web: false })
  const { programFile } = await import('../bundle.mjs')
  const { startNode } = await import('../child-process.mjs')
  const file = programFile('assay')
  if (!file) throw new Error('this version has no command line')
  const run = async env => {
    // Paths on the command line are meant from where it was given; npm changes to the package's folder.
    const cwd = process.env.INIT_CWD ?? process.cwd()
    const end = await startNode(['--enable-source-maps', file, ...rest], {
      env,
      stdin: 'inherit',
      stdout: 'inherit',
      cwd,
    }).ended
    return typeof end === 'number' ? end : 1
  }
  // Help needs no database.
  if (rest.length === 0 || rest[0] === 'help' || rest.some(arg => ['--help', '-h', '--version'].includes(arg)))
    return run({})
  silence()
  const { openDatabase } = await import('../open-database.mjs')
  const { migrateDatabase } = await import('../migrations.mjs')
  const { applicationEnvironment } = await import('../application-environment.mjs')
  const database = await openDatabase(kind)
  await migrateDatabase(database.url)
  const port = Number(process.env.PORT || 3000)
  return run(applicationEnvironment(database, { port }))
}
