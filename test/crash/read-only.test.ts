import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentOf, damageOf, differences } from './home-content.js'
import { mountDisk, remount, unmountDisk, whyNoMount } from './privileges.js'
import { bundleProgram } from './program.js'
import { type RunOptions, refreshHome, runProgram, servingAddress } from './run-refresh.js'
import { copyHome, expectGood, makeScene, type Scene, scratchFolder } from './scene.js'

const noMount = whyNoMount()
if (noMount !== null) process.stdout.write(`no read-only disk here, only folders without permission: ${noMount}\n`)
let folder = ''
let main = ''
let scene: Scene
beforeAll(async () => {
  folder = await scratchFolder()
  main = await bundleProgram(folder)
  scene = await makeScene(folder, main, 'little')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What readers do goes on: questions, checking a file, the site. Gives the page that was served. */
async function readAll(home: string, options: RunOptions): Promise<string> {
  const [file = ''] = await readdir(join(home, 'inbox', '2026-09'))
  const answer = await runProgram(
    main,
    ['sql', 'select count(*) as n from marts.alerts', '--home', home, '--json'],
    options,
  )
  expect(JSON.parse(expectGood(answer).stdout)).toEqual([{ n: expect.any(Number) }])
  const checked = await runProgram(
    main,
    ['check', join(home, 'inbox', '2026-09', file), '--home', home, '--json'],
    options,
  )
  expect(JSON.parse(expectGood(checked).stdout)).toMatchObject([{ verdict: 'accepted' }])
  const { address, stop } = await servingAddress(main, home, options)
  return (await fetch(address)).text().finally(stop)
}

/** A page where there is no site: that it is served is all that is asked for. */
async function addPage(home: string): Promise<void> {
  await mkdir(join(home, 'releases', '2026-08-1', 'site'))
  await writeFile(join(home, 'releases', '2026-08-1', 'site', 'index.html'), '<p>某页</p>')
}

describe.skipIf(noMount !== null)('a home on a disk that is read-only', () => {
  const disk = () => join(folder, 'disk')
  beforeAll(() => mountDisk(disk(), 100_000))
  afterAll(() => unmountDisk(disk()))

  test('says so, changes nothing, is read as before, and the run completes when it can be written to', async () => {
    const home = await copyHome(scene.home, join(disk(), 'home'))
    const before = await contentOf(home)
    remount(disk(), 'ro')
    const { code, stderr } = await refreshHome(main, home)
    expect(stderr).toMatch(/^磁盘是只读的，写不进 .*refresh\.lock.*。已发布的一期不变；请以可写方式挂载后重新运行\n$/)
    expect(code).toBe(6)
    expect(differences(await contentOf(home), before)).toEqual([])
    remount(disk(), 'rw')
    await addPage(home)
    remount(disk(), 'ro')
    expect(await readAll(home, {})).toBe('<p>某页</p>')
    remount(disk(), 'rw')
    await rm(join(home, 'releases', '2026-08-1', 'site'), { recursive: true })
    expectGood(await refreshHome(main, home))
    expect(differences(await contentOf(home), scene.after)).toEqual([])
  })
})

/** Root may write anywhere; `nobody` has to be able to read the program. */
const isRoot = process.getuid?.() === 0
const nobody: RunOptions = isRoot ? { uid: 65_534 } : {}

describe('a home that belongs to somebody else', () => {
  test('says so, changes nothing and is read as before', async (context) => {
    await chmod(folder, 0o755)
    const { code: started } = await runProgram(main, ['--help'], nobody)
    context.skip(started !== 0, 'nobody may not read the program here')
    const home = await copyHome(scene.home, join(folder, 'foreign'))
    await addPage(home)
    const before = await contentOf(home)
    execFileSync('chmod', ['-R', 'a-w', home])
    try {
      const { code, stderr } = await refreshHome(main, home, nobody)
      expect(stderr).toMatch(
        /^没有权限读写 .*refresh\.lock.*。已发布的一期不变；请把权限交给运行 jiceng 的用户后重新运行\n$/,
      )
      expect(code).toBe(6)
      expect(await readAll(home, nobody)).toBe('<p>某页</p>')
      expect(differences(await contentOf(home), before)).toEqual([])
    } finally {
      execFileSync('chmod', ['-R', 'u+w', home])
    }
  })

  test.runIf(isRoot)('in part: receipts that cannot be read are not taken for none', async (context) => {
    await chmod(folder, 0o755)
    context.skip((await runProgram(main, ['--help'], nobody)).code !== 0, 'nobody may not read the program here')
    const home = await copyHome(scene.home, join(folder, 'half'))
    execFileSync('chown', ['-R', '65534', home])
    const receipts = join(home, 'archive', 'submissions.jsonl')
    execFileSync('chown', ['0', receipts])
    await chmod(receipts, 0o600)
    const before = await contentOf(home)
    const { code, stderr } = await refreshHome(main, home, nobody)
    expect([code, stderr]).toEqual([6, expect.stringContaining(`没有权限读写 ${receipts}`)])
    expect(differences(await contentOf(home), before)).toEqual([])
    expect(await damageOf(home)).toEqual([])
  })
})
