// A browser for the end-to-end tests: one that is there, else the system's, else Playwright's.
import fs from 'node:fs'
import { startNode, startProgram, succeed } from './child-process.mjs'
import { packageFile } from './paths.mjs'
import { say } from './progress.mjs'

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Package managers, and how each installs a browser with fonts for Arabic, Chinese and Japanese. */
const managers = [
  {
    program: '/usr/bin/apt-get',
    steps: [
      ['update', '-qq'],
      [
        'install',
        '-y',
        '-qq',
        '--no-install-recommends',
        'chromium',
        'fonts-liberation',
        'fonts-noto-core',
        'fonts-noto-cjk',
      ],
    ],
  },
  { program: '/usr/bin/dnf', steps: [['install', '-y', '-q', 'chromium', 'google-noto-sans-cjk-fonts']] },
  { program: '/sbin/apk', steps: [['add', '--quiet', 'chromium', 'font-noto', 'font-noto-cjk', 'font-noto-arabic']] },
]

const find = () => [process.env.CHROMIUM_PATH, ...known].find(file => file && fs.existsSync(file))

async function installFromSystem() {
  const manager = managers.find(({ program }) => fs.existsSync(program))
  if (!manager || process.getuid?.() !== 0) return
  say(`installing Chromium (${manager.program})`)
  for (const argv of manager.steps) {
    const end = await startProgram(manager.program, argv, { env: { DEBIAN_FRONTEND: 'noninteractive' } }).ended
    if (end !== 0) say(`${manager.program} ${argv[0]} ended with ${end}`)
  }
}

/** The path of a Chromium; '' when Playwright knows its own. Throws when none can be had. */
export async function ensureChromium() {
  if (find()) return find()
  await installFromSystem()
  if (find()) return find()
  say('installing Chromium (playwright install)')
  await succeed(
    'playwright install chromium',
    startNode([packageFile('@playwright/test', 'cli.js'), 'install', 'chromium']),
  )
  return ''
}
