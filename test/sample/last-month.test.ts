import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildTownships } from '../../data/sample/city.js'
import { generateSample } from '../../data/sample/generate.js'
import { areas, sampleCity } from '../../data/sample/prefectures.js'
import { regionsOf } from '../../data/sample/regions.js'
import { topics } from '../../pipelines/index.js'
import type { Known } from '../../src/domain/known.js'
import { takeIn } from '../../src/intake/take-in.js'
import { read } from './clerk.js'
import { returns } from './judge.js'

const files = (await generateSample({ to: '2026-10' }))
  .filter(({ path }) => path.startsWith('inbox/2026-10/'))
  .map((file) => ({ ...file, name: basename(file.path) }))
  .sort((one, other) => String(one.received_at).localeCompare(String(other.received_at)))
const regions = regionsOf(areas.city, buildTownships(sampleCity.counties))
const datasets = topics.map(({ dataset }) => dataset)

/** What was known of the month before: the rows of the generator. */
const known: Known = async ({ dataset, period, within }) =>
  new Map(
    (returns[dataset]?.rowsOf(period) ?? [])
      .filter(({ region_code }) => region_code.startsWith(within))
      .map(({ region_code, values }) => [region_code, values]),
  )

/** What the generator holds to be true of a county. */
const trueRows = (dataset: string, county: string) =>
  new Map(
    (returns[dataset]?.rowsOf('2026-10') ?? [])
      .filter(({ region_code }) => region_code.startsWith(county))
      .map(({ region_code, values }) => [region_code, values]),
  )

/** Every cell that must be named, by hand: file, cell, what stands there, and whether its row is refused. */
const wanted: Record<string, [cell: string, text: string, severity: 'reject' | 'warn'][]> = {
  '平畴县_非公企业和社会组织覆盖情况_2026年10月.xlsx': [['D12', '34', 'reject']],
  '望岭县_村党组织书记报酬落实情况_2026年10月.xlsx': [['I10', '待核', 'reject']],
  '柳圩县_非公企业和社会组织覆盖情况_2026年10月.csv': [['K20', '178', 'warn']],
  '松陂县_非公企业和社会组织覆盖情况_2026年10月.xlsx': [
    ['E8', '近30', 'reject'],
    ['D10', '约40', 'reject'],
    ['J12', '约40%', 'reject'],
    ['P15', '—', 'reject'],
    ['Q15', '—', 'reject'],
    ['O17', '/', 'reject'],
    ['H19', '', 'reject'],
    ['G22', '待核', 'reject'],
  ],
}
const letter = '云硖县_村党组织书记报酬落实情况_2026年10月.csv'
const first = '松陂县_非公企业和社会组织覆盖情况_2026年10月.xlsx'

describe.each(files.filter(({ name }) => name !== letter))('$name', (file) => {
  test('holds what a careful clerk enters as the generator meant it, and names what was put in', async () => {
    const reading = await read(file)
    if (reading === null) throw new Error('no table')
    expect(reading.named.map(({ cell, text, severity }) => [cell, text, severity])).toEqual(wanted[file.name] ?? [])
    const truth = trueRows(reading.dataset, reading.county)
    expect(reading.entered.length + reading.left_out).toBe(truth.size)
    for (const { code, values } of reading.entered) expect(values, code).toEqual(truth.get(code))
  })

  test('is taken in as the clerk would: the same rows with the same values, the same cells named, nothing else', async () => {
    const reading = await read(file)
    const result = await takeIn(file, { datasets, regions, known, received_on: file.received_at?.slice(0, 10) ?? '' })
    expect([result.dataset, result.reporting_unit, result.period]).toEqual([
      reading?.dataset,
      reading?.county,
      '2026-10',
    ])
    expect(
      result.accepted.map(({ row_number, region_code, values }) => ({ row: row_number, code: region_code, values })),
    ).toEqual(reading?.entered)
    expect(result.rows).toEqual({
      in: result.rows.loaded + result.rows.rejected,
      loaded: reading?.entered.length,
      rejected: reading?.left_out,
    })
    const said = result.findings.map(({ cell, original, severity }) => ({ cell, text: original, severity }))
    const byCell = (one: { cell: string | null }, other: { cell: string | null }) =>
      String(one.cell).localeCompare(String(other.cell))
    expect(said.toSorted(byCell)).toEqual(reading?.named.toSorted(byCell))
  })
})

test('money in 万元 is converted, and said so, in the two files that count in it', async () => {
  const converted = await Promise.all(
    files.map(async (file) =>
      (await takeIn(file, { datasets, regions })).conversions.map((one) => ({ ...one, file: file.name })),
    ),
  )
  expect(
    converted.flat().map(({ file, column, stated, unit, factor }) => [file.slice(0, 3), column, stated, unit, factor]),
  ).toEqual([
    ['昭埠区', 'paid_total_yuan', '万元', '元', 10_000],
    ['石泓区', 'paid_total_yuan', '万元', '元', 10_000],
  ])
})

test('a letter without a table is refused with one clear sentence, and nothing is loaded', async () => {
  const file = files.find(({ name }) => name === letter)
  if (!file) throw new Error('no letter')
  expect(await read(file)).toBeNull()
  const result = await takeIn(file, { datasets, regions })
  expect([result.verdict, result.rows]).toEqual(['refused', { in: 0, loaded: 0, rejected: 0 }])
  expect(result.findings).toHaveLength(1)
  expect(result.findings[0]?.message.zh).toMatch(/没有找到报表.+请/)
})

test('the later file of 松陂县 corrects the first: after it only the two single rows are missing from the city', async () => {
  const latest = new Map<string, string[]>()
  for (const file of files) {
    const reading = await read(file)
    if (reading)
      latest.set(
        `${reading.dataset}/${reading.county}`,
        reading.entered.map(({ code }) => code),
      )
  }
  const twice = files.filter(({ name }) => name.startsWith('松陂县_非公'))
  expect(twice.map(({ name }) => name)).toEqual([first, first.replace('.xlsx', '（更正）.xlsx')])
  const loaded = (dataset: string) =>
    [...latest].filter(([key]) => key.startsWith(dataset)).flatMap(([, codes]) => codes)
  const missing = (dataset: string) =>
    [...trueRows(dataset, '9903').keys()]
      .filter((code) => !loaded(dataset).includes(code))
      .map((code) => code.slice(0, 6))
  expect([missing('coverage'), missing('stipend')]).toEqual([['990327'], ['990321']])
})
