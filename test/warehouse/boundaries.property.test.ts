import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeContradiction } from '../../src/domain/change-contradiction.js'
import { byCode } from '../../src/domain/place.js'
import type { RegionCode } from '../../src/domain/region.js'
import { regionContradiction } from '../../src/domain/region-contradiction.js'
import { city, event, type MadeHistory, makeHistory, months, whereabouts } from './made-history.js'
import { tinyWarehouse } from './tiny.js'

/** Firms with an organisation and all firms of a township in a month; null: it did not report. */
function reportOf(seed: number, township: RegionCode, at: number): [organised: number, total: number] | null {
  let hash = seed
  for (const sign of `${township}/${at}`) hash = (Math.imul(hash, 31) + sign.charCodeAt(0)) >>> 0
  const total = hash % 97
  return hash % 11 === 0 ? null : [Math.floor((total * ((hash >>> 8) % 100)) / 100), total]
}

const isWithin = (township: RegionCode, region: RegionCode) => region === city || township.startsWith(region)

/** Parts in ten-thousandths and units of a region: what townships reported in a month, on the boundaries of that or of a later one. */
function sumOf(history: MadeHistory, seed: number, region: RegionCode, at: number, boundaries = at) {
  let [numerator, denominator, units, expected] = [0, 0, 0, 0]
  for (const township of history.townships[at] ?? []) {
    const inside = whereabouts(history, township, at, boundaries).filter(({ among }) =>
      among.every((code) => isWithin(code, region)),
    )
    if (inside.length === 0) continue
    expected += 1
    const report = reportOf(seed, township, at)
    if (report === null) continue
    const share = inside.reduce((sum, part) => sum + part.share, 0)
    units += 1
    numerator += report[0] * share
    denominator += report[1] * share
  }
  return { numerator, denominator, units, expected }
}

interface Row {
  region_code: string
  place: string
  period: string
  is_carried_back: boolean
  numerator: number | null
  denominator: number | null
  units_reported: number
  units_expected: number
}

const tenThousandths = (value: number | null) => Math.round((value ?? 0) * 10_000)

test('whatever happens to regions, both series are sums of the same reports, and no line runs from one place into another', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 9 }), fc.nat(), async (events, seed) => {
      const history = makeHistory(events)
      const { regions, changes, townships } = history
      const rowsOfCodes = byCode(regions)
      expect(regionContradiction(regions, rowsOfCodes) ?? changeContradiction(changes, rowsOfCodes)).toBeNull()

      const { warehouse, failures } = await tinyWarehouse(
        [
          {
            ...{ dataset: 'coverage', unit: city, received_at: '2025-09-01T00:00:00.000Z' },
            rows: townships.flatMap((codes, at) =>
              codes.flatMap((code) => {
                const report = reportOf(seed, code, at)
                if (report === null) return []
                const [organised, total] = report
                const firms = { nonpublic_total: total, nonpublic_eligible: total, nonpublic_org_single: organised }
                return [[code, months[at] ?? '', firms] as [string, string, typeof firms]]
              }),
            ),
          },
        ],
        { regions, changes, period: months.at(-1) ?? '', as_of: '2025-09-10' },
      )
      const rows = await warehouse.query<Row>(
        `select region_code, place, period, is_carried_back, numerator, denominator, units_reported, units_expected
         from marts.indicator_values where indicator_id = 'nonpublic_coverage_pct'`,
      )
      const today = await warehouse.query<Row>(
        `select * from marts.carried_values where indicator_id = 'nonpublic_coverage_pct' and numerator is not null`,
      )
      const totals = await warehouse.query<{ differing: number }>(
        `select count(*) as differing from marts.carried_values as city
         inner join (select period, indicator_id, sum(numerator) as numerator, sum(denominator) as denominator
           from marts.carried_values where region_level = 'county' group by period, indicator_id) as counties
           on counties.period = city.period and counties.indicator_id = city.indicator_id
         where city.region_code = $1 and (counties.numerator <> city.numerator or counties.denominator <> city.denominator)`,
        [city],
      )
      await warehouse.close()

      // (b) Every audit, the grains among them.
      expect(failures).toEqual([])

      const last = months.length - 1
      const validIn = (at: number) => [
        city,
        ...new Set((townships[at] ?? []).flatMap((code) => [code, code.slice(0, 6)])),
      ]
      const found = new Map(rows.map((row) => [`${row.region_code} ${row.period}`, row]))
      for (const [at, period] of months.entries()) {
        const since = history.since[at]
        // (c) As it was: every region of the month, and what was summed for it here.
        for (const region of validIn(at)) {
          const sum = sumOf(history, seed, region, at)
          const row = found.get(`${region} ${period}`)
          expect([
            ...[row?.is_carried_back, row?.place, row?.units_expected, row?.units_reported],
            ...[tenThousandths(row?.numerator ?? null), tenThousandths(row?.denominator ?? null)],
          ]).toEqual([
            ...[false, `${region}/${months[since?.get(region) ?? -1]}`, sum.expected, sum.units],
            ...[sum.numerator, sum.denominator],
          ])
        }
        // The second series: every region of today, on its boundaries of today.
        const carried = validIn(last).map((region): [string, number, number] => {
          const { numerator, denominator } = sumOf(history, seed, region, at, last)
          return [region, numerator, denominator]
        })
        const shown = new Map(
          today
            .filter((row) => row.period === period)
            .map((row) => [row.region_code, [tenThousandths(row.numerator), tenThousandths(row.denominator)]]),
        )
        for (const [region, ...parts] of carried) expect([region, shown.get(region) ?? [0, 0]]).toEqual([region, parts])
      }

      // (d) What is carried back under a code is that of one place, reaches back from its beginning, and never over another place's months.
      for (const row of rows.filter(({ is_carried_back }) => is_carried_back)) {
        const at = months.indexOf(row.period)
        const [code = '', beginning = ''] = row.place.split('/')
        const begins = months.indexOf(beginning)
        const between = history.townships.slice(at, begins).flat()
        expect(between.some((township) => isWithin(township, code))).toBe(false)
        const sum = sumOf(history, seed, code, at, begins)
        expect([row.units_expected, row.units_reported]).toEqual([sum.expected, sum.units])
        expect([tenThousandths(row.numerator), tenThousandths(row.denominator)]).toEqual([
          sum.numerator,
          sum.denominator,
        ])
      }

      // (a) Where everything can be carried, the city of today adds up to the city as it was.
      const isWhole = townships.every((codes, at) =>
        codes.every((code) =>
          whereabouts(history, code, at, last).every(
            ({ among }) => new Set(among.map((each) => each.slice(0, 6))).size === 1,
          ),
        ),
      )
      if (isWhole) expect(totals).toEqual([{ differing: 0 }])
    }),
    { numRuns: Number(process.env.HISTORIES ?? 25) },
  )
}, 600_000)
