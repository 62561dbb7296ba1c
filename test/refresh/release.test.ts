import { mkdir, mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Home, homeAt } from '../../src/refresh/home.js'
import { publish } from '../../src/refresh/publish.js'
import { currentRelease, listReleases, newBuilding, nextRelease, releaseFolder } from '../../src/refresh/release.js'
import { madeManifest } from './made-manifest.js'

let home: Home
beforeEach(async () => {
  home = homeAt(await mkdtemp(join(tmpdir(), 'jiceng-release-')))
})
afterEach(() => rm(home.root, { recursive: true, force: true }))

async function issue(release: string): Promise<void> {
  const building = await newBuilding(home)
  await writeFile(join(building, 'word.txt'), release)
  await publish(home, building, madeManifest(release))
}

test('issues of a period are counted, and listed in their order, also beyond nine', async () => {
  expect(await nextRelease(home, '2026-10')).toBe('2026-10-1')
  for (let number = 1; number <= 11; number += 1) await issue(await nextRelease(home, '2026-10'))
  await issue('2026-09-1')
  expect(await nextRelease(home, '2026-10')).toBe('2026-10-12')
  const names = await listReleases(home)
  expect([names[0], names[1], names[2], names.at(-1)]).toEqual(['2026-09-1', '2026-10-1', '2026-10-2', '2026-10-11'])
})

test('the pointer is switched, old issues stay', async () => {
  expect(await currentRelease(home)).toBeNull()
  await issue('2026-10-1')
  await issue('2026-10-2')
  expect(await readlink(join(home.releases, 'current'))).toBe('2026-10-2')
  expect((await readdir(home.releases)).sort()).toEqual(['2026-10-1', '2026-10-2', 'current', 'latest'])
  expect(await releaseFolder(home, '2026-10-1')).toBe(join(home.releases, '2026-10-1'))
  expect(await releaseFolder(home, 'latest')).toBe(join(home.releases, '2026-10-2'))
  expect(await releaseFolder(home)).toBe(join(home.releases, '2026-10-2'))
})

test('a release that is not there is named, with those that are', async () => {
  await expect(releaseFolder(home)).rejects.toMatchObject({
    exitCode: 2,
    text: { en: expect.stringContaining('jiceng refresh') },
  })
  await issue('2026-10-1')
  await expect(releaseFolder(home, '../..')).rejects.toMatchObject({
    text: { zh: '没有这一期：../..；已有：2026-10-1' },
  })
})

test('what a run that died left behind is cleared away', async () => {
  await mkdir(join(home.releases, '.building', 'site'), { recursive: true })
  await issue('2026-10-1')
  expect((await readdir(home.releases)).sort()).toEqual(['2026-10-1', 'current', 'latest'])
})
