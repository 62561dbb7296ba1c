import { spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { exitCodes, Refusal } from '../domain/refusal.js'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The system's Chromium: what `JICENG_CHROMIUM` names, else the first of the usual programs that can be run; null when there is none. */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const named = env.JICENG_CHROMIUM
  const paths = named
    ? [named]
    : [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere]
  for (const path of paths) if (await canRun(path)) return path
  return null
}

function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

/** That no browser is there, and what to install. */
export function noBrowser(): Refusal {
  return new Refusal(
    {
      zh: '生成 PDF 需要 Chromium 或 Chrome，本机没有找到。请安装（Debian/Ubuntu：apt install chromium fonts-noto-cjk），或用环境变量 JICENG_CHROMIUM 指明程序；也可只生成 Word：jiceng brief --format docx',
      en: 'a PDF is made by Chromium or Chrome, and none was found here. Install it (Debian, Ubuntu: apt install chromium fonts-noto-cjk), name the program in JICENG_CHROMIUM, or write the Word file alone: jiceng brief --format docx',
    },
    exitCodes.usage,
  )
}

/** Nothing is asked of any network. */
const quiet = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  // A chart is drawn before the page is printed, however slow the machine.
  '--virtual-time-budget=20000',
]
const patience = 120_000

/**
 * Opens one HTML file in a browser of its own and gives what it printed. `flags` may name files in the folder that it is handed.
 * Throws with the browser's own words when it fails or takes more than two minutes.
 */
export async function openPage<Result>(
  browser: string,
  html: string,
  flags: (folder: string) => readonly string[],
  take: (folder: string, printed: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'jiceng-brief-'))
  try {
    await writeFile(join(folder, 'brief.html'), html)
    // Root may not use the browser's own sandbox; the page is ours and loads nothing.
    const rights = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const args = [...quiet, ...rights, `--user-data-dir=${join(folder, 'profile')}`, ...flags(folder)]
    const printed = await run(browser, [...args, `file://${join(folder, 'brief.html')}`])
    return await take(folder, printed)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { stdio: ['ignore', 'pipe', 'pipe'], timeout: patience })
    const [out, complaints]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out).toString('utf8'))
      else reject(new Error(`${program} ended with ${code}:\n${Buffer.concat(complaints).toString('utf8')}`))
    })
  })
}
