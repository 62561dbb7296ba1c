import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { modelFolder } from '../../pipelines/index.js'
import { type Period, periodsBetween } from '../../src/domain/period.js'
import { regionsOfRelease, tryThresholds } from '../../src/extracts/try-thresholds.js'
import { inOrder, type OrderedModel, readModels } from '../../src/warehouse/model.js'
import { threshold, tinyRegions, tinyWarehouse } from '../warehouse/tiny.js'

const months = periodsBetween('2025-07', '2025-12')
/** 甲区's firms with an organisation, of a hundred, in those months. */
const covered = [75, 68, 72, 73, 66, 74]
const line = (warning: string) =>
  threshold({ indicator_id: 'nonpublic_coverage_pct', scope: 'region:990101', warning, critical: '50' })

let file: string
let models: OrderedModel[]
beforeAll(async () => {
  const rows = months.map((period: Period, index): [string, Period, Record<string, number>] => [
    '990101001',
    period,
    { nonpublic_total: 100, nonpublic_org_single: covered[index] ?? 0 },
  ])
  const { warehouse } = await tinyWarehouse(
    [{ dataset: 'coverage', unit: '990101', received_at: '2026-01-05T00:00:00Z', rows }],
    { thresholds: [line('70')], period: '2025-12', as_of: '2026-01-06' },
  )
  file = join(await mkdtemp(join(tmpdir(), 'jiceng-try-')), 'warehouse.duckdb')
  const [now] = await warehouse.query<{ name: string }>('select current_database() as name')
  await warehouse.run(`attach '${file}' as release (storage_version 'latest'); copy from database ${now?.name} to release;
    detach release`)
  models = await inOrder(warehouse, (await readModels(modelFolder)).models)
  await warehouse.close()
})

const tried = (warning: string) => tryThresholds(file, '2025-12-1', models, [line(warning)])
const said = async (warning: string) =>
  (await tried(warning)).changes.map(({ kind, before, after }) => [
    kind,
    ...[before, after].map((run) => run && `${run.opened_period}..${run.closed_period ?? ''}`),
  ])

test('the same lines change nothing, and the release is not touched', async () => {
  const bytes = await readFile(file)
  expect(await tried('70')).toMatchObject({ open_before: 0, open_after: 0, rows: 1, changes: [] })
  expect((await readFile(file)).equals(bytes)).toBe(true)
  expect(await regionsOfRelease(file)).toHaveLength(tinyRegions.length)
})

// By 70 there are two alerts, both ended: 68 in August until 72 in September, 66 in November until 74 in December.
test('a lower line: what was never beyond it is withdrawn', async () => {
  expect(await said('67')).toEqual([['withdrawn', '2025-08..2025-09', null]])
  expect(await said('60')).toEqual([
    ['withdrawn', '2025-08..2025-09', null],
    ['withdrawn', '2025-11..2025-12', null],
  ])
})

test('a higher line: what ended would still be open, or begin and end elsewhere', async () => {
  // 72 in September is below 73, so the first one goes on to 73 in October.
  expect(await said('73')).toEqual([['redated', '2025-08..2025-09', '2025-08..2025-10']])
  // Below 75 from August to the end: one alert takes the time of both.
  expect(await said('75')).toEqual([
    ['reopened', '2025-08..2025-09', '2025-08..'],
    ['reopened', '2025-11..2025-12', '2025-08..'],
  ])
})

test('a line where none was opens what it finds; none where one was withdraws', async () => {
  const other = threshold({ indicator_id: 'social_coverage_pct', scope: 'region:990101', warning: '50' })
  const { counts } = await tryThresholds(file, '2025-12-1', models, [other])
  expect(counts).toMatchObject({ withdrawn: 2, opened: 0 })
})
