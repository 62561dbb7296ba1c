import { expect, test } from 'vitest'
import { buildTownships } from '../../data/sample/city.js'
import { generateSample } from '../../data/sample/generate.js'
import { areas } from '../../data/sample/prefectures.js'
import { regionsOf } from '../../data/sample/regions.js'
import { sampleReturns } from '../../data/sample/returns.js'
import { evaluate, parseFormula, reachOf } from '../../src/domain/formula.js'
import { lastCompletePeriod } from '../../src/domain/period.js'
import { isValidIn, isWithin, Region, type RegionLevel } from '../../src/domain/region.js'

const townships = buildTownships(areas.province.prefectures.flatMap(({ counties }) => counties))
const regions = regionsOf(areas.province, townships)
const today = (level: RegionLevel) =>
  regions.filter((region) => region.region_level === level && isValidIn(region, '2026-10'))

test('30,000 villages in 1,620 townships, 114 counties and 11 prefectures of one province', () => {
  const levels: RegionLevel[] = ['village', 'township', 'county', 'prefecture', 'province', 'nation']
  expect(levels.map((level) => today(level).length)).toEqual([30_000, 1_620, 114, 11, 1, 1])
  for (const region of regions) expect(Region.parse(region)).toEqual(region)
})

test('codes are unique and lie within their parents; counties of today have names of their own', () => {
  const byCode = new Map(regions.map((region) => [region.region_code, region]))
  expect(byCode.size).toBe(regions.length)
  const outside = regions.filter(({ region_code, parent_code }) => {
    const parent = byCode.get(parent_code ?? '')
    return parent !== undefined && !isWithin(region_code, parent)
  })
  expect(outside).toEqual([])
  expect(regions.filter(({ parent_code }) => parent_code !== null && !byCode.has(parent_code))).toEqual([])
  expect(new Set(today('county').map(({ region_name }) => region_name)).size).toBe(114)
})

test('every prefecture’s rows keep the checks of their returns, also before 2018', () => {
  for (const prefecture of areas.province.prefectures) {
    const own = townships.filter(({ county }) => prefecture.counties.includes(county))
    for (const { dataset, rowsOf } of sampleReturns(own, prefecture, '2006-11')) {
      const formulas = dataset.checks
        .map(({ formula }) => parseFormula(formula))
        .filter((formula) => reachOf(formula) === 'row')
      for (const month of ['2006-11', '2017-12', '2026-09'])
        for (const row of rowsOf(lastCompletePeriod(dataset.frequency, month))) {
          const bad = formulas.filter((formula) => !evaluate(formula, row.values)?.holds)
          const odd = Object.values(row.values).filter((value) => typeof value === 'number' && !(value >= 0))
          if (bad.length + odd.length > 0) throw new Error(`${dataset.id}: ${row.region_code} ${month}`)
        }
    }
  }
})

test('the sample city says the same inside its province, and the last month comes from every county', async () => {
  const months = { from: '2026-08', to: '2026-09' }
  const ofCity = (await generateSample(months)).filter(({ path }) => path.startsWith('inbox/history/'))
  const files = await generateSample({ ...months, scale: 'province' })
  const byPath = new Map(files.map((file) => [file.path, file]))
  // Two monthly returns of August, incomes of 2025, rural incomes of 2024 and 2025. Of the quarterly returns three of the third quarter;
  // meeting places of the second, corrected, and the third; earmarked funds from a year before on: 2025 and three quarters.
  // The city sends two more itself, of August and September.
  expect(ofCity).toHaveLength(5 + 3 + 3 + 4 + 4)
  for (const file of ofCity) expect(byPath.get(file.path)).toEqual(file)
  // 云硖县 is silent about its stipends in that month.
  expect(files.filter(({ path }) => path.startsWith('inbox/2026-09/'))).toHaveLength(114 * 2 - 1)
})

test('a history may begin in any month: nothing is older, its first year is a part of one', async () => {
  const files = await generateSample({ from: '2017-11', to: '2018-03' })
  const coverage = files.filter(({ path }) => path.includes('history/') && path.includes('覆盖情况'))
  const periods = coverage.flatMap(({ bytes }) =>
    new TextDecoder()
      .decode(bytes)
      .split('\n')
      .slice(1)
      .map((line) => line.slice(0, 7)),
  )
  expect([...new Set(periods)].sort()).toEqual(['', '2017-11', '2017-12', '2018-01', '2018-02'])
  expect(files.some(({ path }) => path.includes('更正') && path.includes('history/'))).toBe(false)
})
