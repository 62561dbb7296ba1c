import fc from 'fast-check'
import { expect, test } from 'vitest'
import { topics } from '../../pipelines/index.js'
import type { OriginNode } from '../../src/domain/figure-origin.js'
import { originsOf } from '../../src/extracts/origins.js'
import { city, event, makeHistory, months } from '../warehouse/made-history.js'
import { tinyWarehouse } from '../warehouse/tiny.js'

/** Firms of a township in a month; null: it did not report. */
function reportOf(seed: number, township: string, at: number): [single: number, joint: number, total: number] | null {
  let hash = seed
  for (const sign of `${township}/${at}`) hash = (Math.imul(hash, 31) + sign.charCodeAt(0)) >>> 0
  return hash % 7 === 0 ? null : [hash % 5, (hash >>> 4) % 5, 8 + ((hash >>> 9) % 40)]
}

const units = (node: OriginNode): OriginNode[] => (node.children.length === 0 ? [node] : node.children.flatMap(units))

test('whatever happens to regions, the tree of every figure adds up to it, from cells that were reported', async () => {
  const coverage = topics.find(({ dataset }) => dataset.id === 'coverage')
  const indicator = coverage?.indicators.find(({ id }) => id === 'nonpublic_coverage_pct')
  if (!coverage || !indicator) throw new Error('no coverage')
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 8 }), fc.nat(), async (events, seed) => {
      const { regions, changes, townships } = makeHistory(events)
      const rows = townships.flatMap((codes, at) =>
        codes.flatMap((code) => {
          const report = reportOf(seed, code, at)
          if (report === null) return []
          const [nonpublic_org_single, nonpublic_org_joint, nonpublic_total] = report
          const firms = {
            nonpublic_org_single,
            nonpublic_org_joint,
            nonpublic_total,
            nonpublic_eligible: nonpublic_total,
          }
          return [[code, months[at] ?? '', firms] as [string, string, typeof firms]]
        }),
      )
      const file = { dataset: 'coverage', unit: city, received_at: '2025-09-01T00:00:00.000Z', rows }
      const { warehouse } = await tinyWarehouse([file], {
        regions,
        changes,
        period: months.at(-1) ?? '',
        as_of: '2025-09-10',
      })
      const figures = await warehouse.query<
        Record<'region_code' | 'period', string> & Record<'n' | 'd' | 'counted' | 'units', number>
      >(
        `select region_code, period, cast(numerator as double) as n, cast(denominator as double) as d, units_reported as counted,
           units_expected as units from marts.indicator_values where indicator_id = 'nonpublic_coverage_pct'`,
      )
      for (const period of months) {
        const own = figures.filter((one) => one.period === period)
        const question = { dataset: coverage.dataset, indicators: [indicator], period, leaf: 'township' as const }
        const data = await originsOf(warehouse, [{ ...question, regions: own.map(({ region_code }) => region_code) }], {
          topics,
          release: '',
          mask: (text) => text,
        })
        expect(data.figures).toHaveLength(own.length)
        for (const { region_code, n, d, counted, units: expected } of own) {
          const region = data.figures.find((one) => one.region.region_code === region_code)?.region as OriginNode
          const said = `${region_code} ${period}`
          expect([region.units, region.counted], said).toEqual([expected, counted])
          expect([region.numerator ?? 0, region.denominator ?? 0], said).toEqual([n ?? 0, d ?? 0])
          for (const unit of units(region)) {
            const report = reportOf(seed, unit.region_code, months.indexOf(period))
            const county = unit.region_code.slice(0, 6)
            const hasReturn = rows.some(([code, month]) => code.startsWith(county) && month === period)
            expect(unit.state, said).toBe(report ? 'counted' : hasReturn ? 'no_row' : 'no_return')
            if (report === null) continue
            const [row] = unit.rows.map((key) => data.rows[key])
            expect(
              row?.cells.map(({ value }) => value),
              said,
            ).toEqual(report)
            // Where a row of this file stands is known without intake: rows begin in line 2.
            const line = rows.findIndex(([code, month]) => code === unit.region_code && month === period) + 2
            expect(
              row?.cells.map(({ cell }) => cell),
              said,
            ).toEqual([`E${line}`, `F${line}`, `C${line}`])
          }
        }
      }
      await warehouse.close()
    }),
    { numRuns: Number(process.env.ORIGIN_RUNS ?? 12) },
  )
}, 300_000)
