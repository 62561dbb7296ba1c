import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Home, homeAt } from '../../src/refresh/home.js'
import { listReleases, nextRelease, partsOf } from '../../src/refresh/release.js'
import { beyondRetention, type Kept, removeOldReleases } from '../../src/refresh/retention.js'
import { madeManifest } from './made-manifest.js'

const regular = (...names: string[]): Kept[] => names.map((release) => ({ release, look_back: false }))

describe('what is beyond retention', () => {
  test('is all but the newest issues and the last of each of the newest months', () => {
    const releases = regular('2026-07-1', '2026-08-1', '2026-08-2', '2026-09-1', '2026-09-2', '2026-10-1', '2026-10-2')
    expect(beyondRetention(releases, { issues: 1, months: 1 }, [])).toEqual([
      '2026-07-1',
      '2026-08-1',
      '2026-08-2',
      '2026-09-1',
      '2026-09-2',
      '2026-10-1',
    ])
    expect(beyondRetention(releases, { issues: 2, months: 3 }, [])).toEqual(['2026-07-1', '2026-08-1', '2026-09-1'])
    expect(beyondRetention(releases, { issues: 2, months: 3 }, ['2026-08-1', null])).toEqual(['2026-07-1', '2026-09-1'])
  })

  test('a look back is not the last word on its month', () => {
    const releases: Kept[] = [
      ...regular('2026-09-1'),
      { release: '2026-09-2', look_back: true },
      ...regular('2026-10-1'),
    ]
    expect(beyondRetention(releases, { issues: 1, months: 2 }, [])).toEqual(['2026-09-2'])
  })

  test('never holds what must stay, and taking it away leaves nothing beyond', () => {
    const names = fc
      .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })), {
        selector: String,
        minLength: 1,
        maxLength: 60,
      })
      .map((list) =>
        list
          .sort(([a, i], [b, j]) => a - b || i - j)
          .map(([month, number]) => `2026-${String(month).padStart(2, '0')}-${number}`),
      )
    const count = fc.integer({ min: 1, max: 20 })
    fc.assert(
      fc.property(names, count, count, fc.nat(), (list, issues, months, at) => {
        const keep = { issues, months }
        const pinned = list[at % list.length] ?? null
        const beyond = new Set(beyondRetention(regular(...list), keep, [pinned]))
        const stay = list.filter((name) => !beyond.has(name))
        for (const name of list.slice(-issues)) expect(stay).toContain(name)
        expect(stay).toContain(pinned)
        const monthsThere = [...new Set(list.map((name) => partsOf(name).period))]
        for (const period of monthsThere.slice(-months))
          expect(stay).toContain(list.filter((name) => partsOf(name).period === period).at(-1))
        expect(stay.length).toBeLessThanOrEqual(issues + months + 1)
        expect(beyondRetention(regular(...stay), keep, [pinned])).toEqual([])
      }),
    )
  })
})

describe('taking releases away', () => {
  let home: Home
  beforeEach(async () => {
    home = homeAt(await mkdtemp(join(tmpdir(), 'jiceng-retention-')))
    for (const name of ['2026-08-1', '2026-09-1', '2026-10-1', '2026-10-2', '2026-10-3']) await place(name)
    await symlink('2026-10-3', join(home.releases, 'latest'))
    await symlink('2026-09-1', join(home.releases, 'current'))
  })
  afterEach(() => rm(home.root, { recursive: true, force: true }))

  async function place(name: string): Promise<void> {
    await mkdir(join(home.releases, name), { recursive: true })
    await writeFile(join(home.releases, name, 'manifest.json'), JSON.stringify(madeManifest(name)))
  }
  const keep = { issues: 1, months: 1 }

  test('leaves what readers see, what is latest, and what was just made', async () => {
    expect(await removeOldReleases(home, keep, '2026-10-1')).toEqual(['2026-08-1', '2026-10-2'])
    expect(await listReleases(home)).toEqual(['2026-09-1', '2026-10-1', '2026-10-3'])
    expect((await readdir(home.releases)).filter((name) => name.startsWith('.'))).toEqual([])
    expect(await removeOldReleases(home, keep, '2026-10-1')).toEqual([])
  })

  test('never gives a number again', async () => {
    await removeOldReleases(home, keep, null)
    expect(await nextRelease(home, '2026-08')).toBe('2026-08-2')
    expect(await nextRelease(home, '2026-10')).toBe('2026-10-4')
  })

  test('that was cut short is finished by the next run', async () => {
    await mkdir(join(home.releases, '.removed-2026-07-1', 'site'), { recursive: true })
    await writeFile(join(home.releases, 'removed.json'), '["2026-07-1","2026-08-1"]')
    expect(await removeOldReleases(home, keep, null)).toEqual(['2026-08-1', '2026-10-1', '2026-10-2'])
    expect((await readdir(home.releases)).sort()).toEqual([
      '2026-09-1',
      '2026-10-3',
      'current',
      'latest',
      'removed.json',
    ])
    expect(await nextRelease(home, '2026-07')).toBe('2026-07-2')
  })
})
