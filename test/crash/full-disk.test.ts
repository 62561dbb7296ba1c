import { spawnSync } from 'node:child_process'
import { rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chance } from '../../data/sample/chance.js'
import { contentOf, damageOf, differences } from './home-content.js'
import { type Phase, phases, stepOf } from './phase.js'
import { mountDisk, remount, unmountDisk, whyNoMount } from './privileges.js'
import { bundleProgram } from './program.js'
import { disturbed, refreshHome } from './run-refresh.js'
import { copyHome, expectGood, makeScene, type Scene, scratchFolder } from './scene.js'

const noMount = whyNoMount()
if (noMount !== null) process.stdout.write(`no disk of a size of its own here, only a limit to files: ${noMount}\n`)
/** Kilobytes of a disk that is large enough. */
const plenty = 100_000
let folder = ''
let main = ''
let scenes: Record<'little' | 'everything', Scene>
beforeAll(async () => {
  folder = await scratchFolder()
  main = await bundleProgram(folder)
  scenes = {
    little: await makeScene(folder, main, 'little'),
    everything: await makeScene(folder, main, 'everything'),
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What is said: which file, and what to do; in Chinese where no language is asked for. */
const said = (home: string) => new RegExp(`^磁盘已满，写不进 ${home}[^。]*。已发布的一期不变；请腾出空间后重新运行\n$`)

test('a file that may not grow: the sentence, the last release whole, and without the limit the run completes', async () => {
  const { home: before, after } = scenes.everything
  for (const blocks of [400, 12_000]) {
    const home = await copyHome(before, join(folder, `limit-${blocks}`))
    const command = `ulimit -f ${blocks}; exec "$0" "$@"`
    const args = ['-c', command, process.execPath, main, 'refresh', '--no-site', '--home', home]
    const { status, stderr } = spawnSync('sh', args, { encoding: 'utf8' })
    expect(stderr).toMatch(said(home))
    expect(status).toBe(6)
    expect(await damageOf(home)).toEqual([])
    expectGood(await refreshHome(main, home))
    expect(differences(await contentOf(home), after)).toEqual([])
  }
})

describe.skipIf(noMount !== null)('a disk that is full', () => {
  const disk = () => join(folder, 'disk')
  beforeEach(() => mountDisk(disk(), plenty))
  afterEach(() => unmountDisk(disk()))

  const full: Record<string, number> = {}
  const names = Object.keys(phases) as Phase[]

  test.each(names)(
    'at a step of %s: the sentence, the last release whole, with room the run completes',
    async (phase) => {
      const { steps, home: before, after } = scenes.little
      const home = await copyHome(before, join(disk(), 'home'))
      const filler = join(disk(), 'filler')
      const at = stepOf(phase, steps, chance('full', phase))
      if (at === null) throw new Error('the scene has no such step')
      const { code, stderr } = await refreshHome(main, home, disturbed({ ...at, filler }))
      expect(await damageOf(home)).toEqual([])
      // What takes no room goes on where there is none: a pointer, a folder.
      if (code !== 0) {
        expect([code, stderr]).toEqual([6, expect.stringMatching(said(home))])
        full[phase] = (full[phase] ?? 0) + 1
      }
      await rm(filler)
      expectGood(await refreshHome(main, home))
      expect(differences(await contentOf(home), after)).toEqual([])
    },
  )

  test('stopped a run in each phase that writes', () => {
    // Which of the phases are stopped depends on how much each still writes; the archive always does.
    expect(Object.keys(full)).toContain('archive')
    expect(Object.keys(full).length).toBeGreaterThanOrEqual(4)
  })

  // In the middle of the large file, of its last piece, of the copy of the warehouse, of the checkpoint.
  test.each([2_000, 4_250, 6_000, 11_000])('with %i KB left: the same', async (room) => {
    const { home: before, after } = scenes.everything
    const home = await copyHome(before, join(disk(), 'home'))
    const { blocks, bfree, bsize } = await statfs(disk())
    remount(disk(), `size=${Math.ceil(((blocks - bfree) * bsize) / 1024) + room}k`)
    const { code, stderr } = await refreshHome(main, home)
    expect([code, stderr]).toEqual([6, expect.stringMatching(said(home))])
    expect(await damageOf(home)).toEqual([])
    remount(disk(), `size=${plenty}k`)
    expectGood(await refreshHome(main, home))
    expect(differences(await contentOf(home), after)).toEqual([])
  })
})
