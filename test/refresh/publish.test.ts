import { mkdir, mkdtemp, readdir, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Home, homeAt } from '../../src/refresh/home.js'
import { finishPublishing, publish, useRelease } from '../../src/refresh/publish.js'
import { currentRelease, latestRelease, listReleases, newBuilding, nextRelease } from '../../src/refresh/release.js'
import { madeManifest } from './made-manifest.js'

let home: Home
beforeEach(async () => {
  home = homeAt(await mkdtemp(join(tmpdir(), 'jiceng-publish-')))
})
afterEach(() => rm(home.root, { recursive: true, force: true }))

async function issue(release: string, but: { look_back?: boolean } = {}): Promise<void> {
  const building = await newBuilding(home)
  await writeFile(join(building, 'word.txt'), release)
  await publish(home, building, madeManifest(release, but))
}

/** What the folder of releases holds, each pointer with where it leads. */
async function seen(): Promise<string[]> {
  const names = await readdir(home.releases)
  const said = names.map(async (name) => {
    const target = await readlink(join(home.releases, name)).catch(() => null)
    return target === null ? name : `${name} -> ${target}`
  })
  return (await Promise.all(said)).sort()
}

describe('a release', () => {
  test('that is published is the latest and what readers see', async () => {
    await issue('2026-10-1')
    await issue('2026-10-2')
    expect(await seen()).toEqual(['2026-10-1', '2026-10-2', 'current -> 2026-10-2', 'latest -> 2026-10-2'])
  })

  test('that looks back is shown to nobody, but when it is the first', async () => {
    await issue('2026-09-1', { look_back: true })
    expect(await currentRelease(home)).toBe('2026-09-1')
    await issue('2026-10-1')
    await issue('2026-08-1', { look_back: true })
    expect([await currentRelease(home), await latestRelease(home)]).toEqual(['2026-10-1', '2026-10-1'])
  })

  test('is rolled back to without touching the latest, and the next one is shown again', async () => {
    await issue('2026-10-1')
    await issue('2026-10-2')
    expect(await useRelease(home, '2026-10-1')).toEqual({ before: '2026-10-2', current: '2026-10-1' })
    expect([await currentRelease(home), await latestRelease(home)]).toEqual(['2026-10-1', '2026-10-2'])
    expect(await useRelease(home, 'latest')).toEqual({ before: '2026-10-1', current: '2026-10-2' })
    await useRelease(home, '2026-10-1')
    await issue('2026-10-3')
    expect([await currentRelease(home), await latestRelease(home)]).toEqual(['2026-10-3', '2026-10-3'])
  })

  test('that is not there cannot be used, and nothing changes', async () => {
    await issue('2026-10-1')
    await expect(useRelease(home, '2026-10-9')).rejects.toMatchObject({
      exitCode: 2,
      text: { zh: '没有这一期：2026-10-9；已有：2026-10-1' },
    })
    expect(await currentRelease(home)).toBe('2026-10-1')
  })

  test('is not switched while a refresh is at work', async () => {
    await issue('2026-10-1')
    await writeFile(join(home.root, 'refresh.lock'), String(process.pid))
    await expect(useRelease(home, '2026-10-1')).rejects.toMatchObject({ exitCode: 5 })
  })
})

describe('a run that died while it published', () => {
  /** The second release up to a step of its publication; what was done before is done for good. */
  async function diedAfter(steps: number): Promise<void> {
    await issue('2026-10-1')
    const building = await newBuilding(home)
    await writeFile(join(building, 'manifest.json'), JSON.stringify(madeManifest('2026-10-2')))
    const path = (name: string) => join(home.releases, name)
    const pointTo = async (name: string) => {
      await symlink('2026-10-2', path('.pointer'))
      await rename(path('.pointer'), path(name))
    }
    const doings = [
      () => pointTo('.publishing'),
      () => rename(building, path('2026-10-2')),
      () => pointTo('latest'),
      () => pointTo('current'),
    ]
    for (const work of doings.slice(0, steps)) await work()
  }
  const whole = ['2026-10-1', '2026-10-2', 'current -> 2026-10-2', 'latest -> 2026-10-2']

  test.each([2, 3, 4])('after step %i is finished by the next, under the same name', async (steps) => {
    await diedAfter(steps)
    expect(await finishPublishing(home)).toBe('2026-10-2')
    expect(await seen()).toEqual(whole)
    expect(await finishPublishing(home)).toBeNull()
  })

  test.each([0, 1])('after step %i, before the release was in its place, is as if it had not been', async (steps) => {
    await diedAfter(steps)
    expect(await finishPublishing(home)).toBeNull()
    expect(await nextRelease(home, '2026-10')).toBe('2026-10-2')
    await issue('2026-10-2')
    expect(await seen()).toEqual(whole)
  })

  test('is finished before a roll-back, which then holds', async () => {
    await diedAfter(2)
    await useRelease(home, '2026-10-1')
    expect(await finishPublishing(home)).toBeNull()
    expect([await currentRelease(home), await latestRelease(home)]).toEqual(['2026-10-1', '2026-10-2'])
  })

  test('in the middle of taking an old release away leaves nothing that counts', async () => {
    await issue('2026-10-1')
    await mkdir(join(home.releases, '.removed-2026-09-1'))
    expect(await listReleases(home)).toEqual(['2026-10-1'])
  })
})
