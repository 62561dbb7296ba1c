import { cp, mkdir, readdir, rm, symlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentOf, differences } from './home-content.js'
import { atAnotherTime, runProgram } from './run-refresh.js'
import { copyHome, expectGood, scratchFolder } from './scene.js'
import { sendNextMonth, writeTinyHome } from './tiny-home.js'

const root = join(import.meta.dirname, '..', '..')

let folder = ''
beforeAll(async () => {
  folder = await scratchFolder()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The program as somebody else has it: elsewhere, and with other dates on its files. */
async function installElsewhere(): Promise<string> {
  const copy = join(folder, 'elsewhere')
  await mkdir(copy)
  for (const name of ['bin', 'src', 'pipelines', 'dashboards', 'data/sample', 'data/reference'])
    await cp(join(root, name), join(copy, name), { recursive: true, filter: (path) => !path.endsWith('.observablehq') })
  for (const name of ['package.json', 'package-lock.json', 'observablehq.config.ts'])
    await cp(join(root, name), join(copy, name))
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
  return join(copy, 'bin', 'jiceng.js')
}

/** Gives every file but those of the inbox another date, as a copy without dates has. */
async function otherDates(home: string): Promise<void> {
  for (const entry of await readdir(home, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !path.startsWith(join(home, 'inbox'))) await utimes(path, 1_000_000_000, 1_000_000_000)
  }
}

test('two full rebuilds of the same inputs, forty days apart: the same site, extracts, copies and receipts byte for byte, the same warehouse', async () => {
  const first = join(folder, 'first')
  await writeTinyHome(first)
  await sendNextMonth(first, 'everything')
  const second = await copyHome(first, join(folder, 'second'))
  await otherDates(second)

  const here = join(root, 'bin', 'jiceng.js')
  const args = (home: string) => ['refresh', '--home', home]
  expectGood(await runProgram(here, args(first), atAnotherTime(0, 'Asia/Shanghai')))
  const elsewhere = await installElsewhere()
  expectGood(await runProgram(elsewhere, args(second), atAnotherTime(40, 'America/St_Johns')))

  const one = await contentOf(first)
  expect(Object.keys(one)).toContain('releases/2026-09-1/site/index.html')
  expect(differences(one, await contentOf(second))).toEqual([])
})
