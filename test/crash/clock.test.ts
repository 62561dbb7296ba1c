import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readReceipts } from '../../src/refresh/archive.js'
import { homeAt } from '../../src/refresh/home.js'
import { contentOf, damageOf, differences } from './home-content.js'
import { bundleProgram } from './program.js'
import { atAnotherTime, refreshHome } from './run-refresh.js'
import { copyHome, expectGood, makeScene, type Scene, scratchFolder } from './scene.js'

let folder = ''
let main = ''
let scene: Scene
beforeAll(async () => {
  folder = await scratchFolder()
  main = await bundleProgram(folder)
  scene = await makeScene(folder, main, 'little')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a clock that is wrong', () => {
  test.each([-4_000, -1, 400])('by %i days makes the same release', async (days) => {
    const home = await copyHome(scene.home, join(folder, `by${days}`))
    expectGood(await refreshHome(main, home, atAnotherTime(days, 'America/New_York')))
    expect(differences(await contentOf(home), scene.after)).toEqual([])
    const again = expectGood(await refreshHome(main, home, atAnotherTime(-days, 'Asia/Shanghai')))
    expect(JSON.parse(again.stdout)).toMatchObject({ nothing_new: true })
  })

  test.each([-4_000, 400])('by %i days hides no changed file: one of the same name, size and date', async (days) => {
    const home = await copyHome(scene.home, join(folder, `changed${days}`))
    expectGood(await refreshHome(main, home, atAnotherTime(days, 'UTC')))
    expectGood(await refreshHome(main, home, atAnotherTime(days, 'UTC')))
    const [name = ''] = (await readdir(join(home, 'inbox', '2026-09'))).filter((file) => file.includes('覆盖'))
    const path = join(home, 'inbox', '2026-09', name)
    const { mtime } = await stat(path)
    // One firm more: 122 becomes 123.
    await writeFile(path, (await readFile(path, 'utf8')).replace(',122,', ',123,'))
    await utimes(path, mtime, mtime)
    const { published, submissions } = JSON.parse(expectGood(await refreshHome(main, home)).stdout)
    expect({ published, received: submissions.received }).toEqual({ published: true, received: 1 })
  })

  test('when files were written to: one from before the last receipt counts as received with it, and stays the last', async () => {
    const home = await copyHome(scene.home, join(folder, 'back'))
    const before = await readReceipts(homeAt(home))
    const files = await readdir(join(home, 'inbox', '2026-09'))
    for (const name of files) await utimes(join(home, 'inbox', '2026-09', name), 0, 0)
    expectGood(await refreshHome(main, home))
    const after = await readReceipts(homeAt(home))
    expect(after.slice(0, before.length)).toEqual(before)
    const last = before.at(-1)?.received_at
    expect(after.slice(before.length).map(({ received_at }) => received_at)).toEqual(files.map(() => last))
    expect(await damageOf(home)).toEqual([])
  })
})
