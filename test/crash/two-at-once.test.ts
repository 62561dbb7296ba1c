import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chance } from '../../data/sample/chance.js'
import { contentOf, differences } from './home-content.js'
import { bundleProgram } from './program.js'
import { refreshHome } from './run-refresh.js'
import { copyHome, makeScene, type Scene, scratchFolder } from './scene.js'

let folder = ''
let main = ''
let scene: Scene
beforeAll(async () => {
  folder = await scratchFolder()
  main = await bundleProgram(folder)
  scene = await makeScene(folder, main, 'little')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What holds the lock before both: nobody, a process that is gone, one that died before it had written anything. */
const held = ['nobody', 'a dead process', 'an empty lock'] as const

describe('two refreshes at once', () => {
  const rounds = Array.from({ length: 6 }, (_, round) => [round, held[round % held.length]] as const)

  test.each(rounds)('one works, the other says so or finds nothing new: round %i, after %s', async (round, holder) => {
    const home = await copyHome(scene.home, join(folder, String(round)))
    const lock = join(home, 'refresh.lock')
    if (holder !== 'nobody') await mkdir(lock)
    if (holder === 'a dead process') await writeFile(join(lock, '999999999-1-00000000'), '')
    const later = new Promise((resolve) => setTimeout(resolve, chance('later', round) * (round % 2) * scene.ms))
    const both = await Promise.all([refreshHome(main, home), later.then(() => refreshHome(main, home))])
    const ends = both.map(({ code, stdout, stderr }) => {
      if (code === 5)
        return /^另一个刷新正在进行（进程 \d+），请等它结束；锁：.*refresh\.lock\n$/.test(stderr) ? 'locked' : stderr
      if (code !== 0) return `${code}: ${stderr}`
      return JSON.parse(stdout).published ? 'published' : 'nothing new'
    })
    expect([
      ['locked', 'published'],
      ['nothing new', 'published'],
    ]).toContainEqual(ends.sort())
    expect(differences(await contentOf(home), scene.after)).toEqual([])
  })
})
