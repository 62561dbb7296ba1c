import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { modelFolder, topics } from '../../pipelines/index.js'
import type { ReleaseChanges } from '../../src/domain/release-changes.js'
import { releaseChanges } from '../../src/extracts/release-changes.js'
import { sha256Of } from '../../src/refresh/files.js'
import { homeAt } from '../../src/refresh/home.js'
import { useRelease } from '../../src/refresh/publish.js'
import { refresh } from '../../src/refresh/refresh.js'
import { currentRelease, listReleases, readManifest } from '../../src/refresh/release.js'
import { previousFile, readState } from '../../src/refresh/state-file.js'
import { verifyRelease } from '../../src/refresh/verify-release.js'
import { Warehouse } from '../../src/warehouse/warehouse.js'
import { layOutTinyCity, send, tinyRefresh } from './small-home.js'

const first = { '990101001': 8, '990101002': 4 }
let made: string
let root: string

/** Three releases: February of 甲区; the same with 丁区, late; and March of both. */
beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'jiceng-verify-'))
  await layOutTinyCity(made)
  await send(made, { unit: '甲区', month: '2026-02', day: '2026-03-04', organised: first })
  await refresh(tinyRefresh(made))
  await send(made, { unit: '丁区', month: '2026-02', day: '2026-03-20', organised: { '990104001': 3, '990104002': 5 } })
  await refresh(tinyRefresh(made))
  await send(made, { unit: '甲区', month: '2026-03', day: '2026-04-02', organised: { '990101001': 4, '990101002': 4 } })
  await send(made, { unit: '丁区', month: '2026-03', day: '2026-04-03', organised: { '990104001': 6, '990104002': 6 } })
  await refresh(tinyRefresh(made))
  root = await mkdtemp(join(tmpdir(), 'jiceng-verify-'))
}, 60_000)
afterAll(async () => {
  await rm(made, { recursive: true, force: true })
  await rm(root, { recursive: true, force: true })
})
beforeEach(async () => {
  await rm(root, { recursive: true, force: true })
  await cp(made, root, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
})

const path = (...names: string[]) => join(root, 'releases', ...names)
const verify = (release: string, filesOnly = false) =>
  verifyRelease(path(release), { home: homeAt(root), topics, modelFolder, filesOnly, progress: () => {} })
const changes = async (release: string): Promise<ReleaseChanges> => {
  const [before, now] = [await readState(path(release), previousFile), await readState(path(release))]
  if (!now) throw new Error(`${release} says nothing`)
  return releaseChanges(before?.state ?? null, now.state)
}
const linesOf = ({ groups }: ReleaseChanges) =>
  groups.flatMap(({ sections }) =>
    sections.flatMap(({ lines }) => lines.map(({ subject, said }) => subject.zh + said.zh)),
  )

describe('releases one after another', () => {
  test('say what changed since the one before', async () => {
    expect(await changes('2026-02-1')).toEqual({ previous: null, summary: [], groups: [] })
    // 甲区 has 12 of 20. With 丁区's 8 of 20 the city has 20 of 40: the same month put right, and 丁区 beyond the line of 50 %.
    const second = linesOf(await changes('2026-02-2'))
    expect(second).toContain('小城市 非公企业党的组织覆盖率，2026年2月60.0% → 50.0%（-10.0个百分点，变差）')
    expect(second).toContain('丁区 非公企业党的组织覆盖率40.0%，预警，自2026年2月起')
    expect(second).toContain('丁区非公企业和社会组织党的组织和工作覆盖情况表（2026年2月），3月20日收到，迟报')
    // March: 甲区 8 of 20, 丁区 12 of 20; the city stays at 20 of 40.
    const third = await changes('2026-03-1')
    expect(third.summary[0]?.zh).toMatch(/^与 2026-02-2 期（2026年2月）相比，小城市更新 /)
    expect(third.summary[1]?.zh).toBe('预警新增 1 条，解除 1 条。')
    expect(linesOf(third)).toContain('非公企业党的组织覆盖率50.0%，持平')
  })

  test('carry what the one before said, and name it by its sha256', async () => {
    const { inputs, outputs } = await readManifest(path('2026-03-1'))
    const previous = await readFile(path('2026-03-1', 'extracts', 'previous.json'), 'utf8')
    expect(previous).toBe(await readFile(path('2026-02-2', 'extracts', 'state.json'), 'utf8'))
    expect(inputs.previous).toEqual({ release: '2026-02-2', sha256: sha256Of(previous) })
    expect(outputs['extracts/previous.json']).toBe(sha256Of(previous))
    expect((await readManifest(path('2026-02-1'))).inputs.previous).toBeNull()
  })

  test('a roll-back holds while nothing is new; the next release is compared with the latest and is shown', async () => {
    const home = homeAt(root)
    await useRelease(home, '2026-02-2')
    const again = await refresh(tinyRefresh(root))
    expect(again).toMatchObject({ release: '2026-03-1', current: '2026-02-2', nothing_new: true, published: false })
    await layOutTinyCity(root, 55)
    const report = await refresh(tinyRefresh(root, { keep: { issues: 1, months: 1 } }))
    expect(report).toMatchObject({
      release: '2026-03-2',
      current: '2026-03-2',
      removed: ['2026-02-1', '2026-02-2', '2026-03-1'],
    })
    const { previous, summary } = await changes('2026-03-2')
    expect(previous?.release).toBe('2026-03-1')
    expect(summary.at(-1)?.zh).toBe('阈值表有改动。')
    expect([await listReleases(home), await currentRelease(home)]).toEqual([['2026-03-2'], '2026-03-2'])
    // The release before is gone, and so are the tables of its day: this one stands for itself.
    await layOutTinyCity(root, 60)
    expect(await verify('2026-03-2')).toMatchObject({ verdict: 'proven' })
  }, 60_000)
})

describe('a release', () => {
  test('that was made step by step is proven by making it again at once', async () => {
    expect(await verify('2026-03-1')).toMatchObject({ verdict: 'proven', differing: [], warehouse: null, reason: null })
    expect((await readdir(join(root, '.work'))).filter((name) => name.startsWith('verify'))).toEqual([])
  }, 60_000)

  test('with an altered, a lost and an added file is damaged, each named', async () => {
    await writeFile(path('2026-02-2', 'extracts', 'state.json'), '{}')
    await rm(path('2026-02-2', 'extracts', 'previous.json'))
    await writeFile(path('2026-02-2', 'note.txt'), 'x')
    expect(await verify('2026-02-2')).toMatchObject({
      verdict: 'damaged',
      damaged: ['extracts/state.json'],
      missing: ['extracts/previous.json'],
      extra: ['note.txt'],
    })
    await writeFile(path('2026-02-1', 'manifest.json'), '{')
    expect(await verify('2026-02-1')).toMatchObject({ verdict: 'damaged', damaged: ['manifest.json'] })
  })

  test('whose figures were altered together with its manifest differs from what the archive gives', async () => {
    const warehouse = await Warehouse.open(path('2026-02-1', 'warehouse.duckdb'))
    await warehouse.run("update raw.coverage set nonpublic_org_single = 9 where region_code = '990101001'")
    await warehouse.close()
    const state = path('2026-02-1', 'extracts', 'state.json')
    await writeFile(state, JSON.stringify({ ...JSON.parse(await readFile(state, 'utf8')), figures: [] }))
    const manifest = await readManifest(path('2026-02-1'))
    for (const name of ['warehouse.duckdb', 'extracts/state.json'])
      manifest.outputs[name] = sha256Of(await readFile(path('2026-02-1', name)))
    await writeFile(path('2026-02-1', 'manifest.json'), JSON.stringify(manifest))
    const found = await verify('2026-02-1')
    expect(found).toMatchObject({ verdict: 'differs', differing: ['extracts/state.json'] })
    expect(found.warehouse).toMatchObject({
      table: 'raw.coverage',
      left: { region_code: '990101001', nonpublic_org_single: 9 },
      right: { region_code: '990101001', nonpublic_org_single: 8 },
    })
  }, 60_000)

  test('of which only the files can be compared is not said to be proven', async () => {
    expect(await verify('2026-02-1', true)).toMatchObject({ verdict: 'files_only', reason: { zh: '只要求核对文件' } })
    const [file] = (await readdir(join(root, 'archive'))).filter((name) => name.endsWith('.csv'))
    const receipt = (await readManifest(path('2026-03-1'))).inputs.submissions.indexOf(String(file).slice(0, 64))
    expect(receipt).toBeGreaterThanOrEqual(0)
    await writeFile(join(root, 'archive', String(file)), 'other')
    const found = await verify('2026-03-1')
    expect(found.verdict).toBe('files_only')
    expect(found.reason?.zh).toContain(String(file).slice(0, 64))
  })

  test('that other code made is not made again', async () => {
    const manifest = await readManifest(path('2026-02-1'))
    manifest.inputs.code = 'e'.repeat(64)
    await writeFile(path('2026-02-1', 'manifest.json'), JSON.stringify(manifest))
    const found = await verify('2026-02-1')
    expect(found).toMatchObject({
      verdict: 'files_only',
      reason: { en: expect.stringContaining('made by code eeeeeeeeeeee') },
    })
  })
})

test('the tables of the day are kept under their sha256', async () => {
  const { reference } = (await readManifest(path('2026-03-1'))).inputs
  expect(Object.keys(reference)).toEqual(['region-changes.csv', 'regions.csv', 'thresholds.csv'])
  for (const [name, sha256] of Object.entries(reference)) {
    const kept = await readFile(join(root, 'archive', 'reference', `${sha256}.csv`), 'utf8')
    expect(kept).toBe(await readFile(join(root, 'reference', name), 'utf8'))
  }
})
