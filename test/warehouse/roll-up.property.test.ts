import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type TinyFile, tinyWarehouse } from './tiny.js'

const before = ['2025-11', '2025-12']
const after = ['2026-01', '2026-02']
/** Who counts towards whom, written out: the independent path. 丁区 (990104) gets its predecessors' months as well. */
const towns: Record<string, { periods: string[]; above: string[] }> = {
  '990101001': { periods: [...before, ...after], above: ['990101', '990100'] },
  '990101002': { periods: [...before, ...after], above: ['990101', '990100'] },
  '990102001': { periods: before, above: ['990102', '990104', '990104001', '990100'] },
  '990103001': { periods: before, above: ['990103', '990104', '990104002', '990100'] },
  '990104001': { periods: after, above: ['990104', '990100'] },
  '990104002': { periods: after, above: ['990104', '990100'] },
}
const cells = Object.entries(towns).flatMap(([town, { periods }]) => periods.map((period) => ({ town, period })))

/** Firms with an organisation, and all firms; null: the township did not report. */
const report = fc.option(
  fc.integer({ min: 0, max: 5000 }).chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total))),
)

test('whatever townships report or do not, every region is the sum of what is below it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(...cells.map(() => report)), async (reports) => {
      const told = cells.flatMap(({ town, period }, index) => {
        const [organised, total] = reports[index] ?? []
        return organised === undefined || total === undefined ? [] : [{ town, period, organised, total }]
      })
      const expected = new Map<string, [number, number, number]>()
      for (const { town, period, organised, total } of told) {
        for (const region of [town, ...(towns[town]?.above ?? [])]) {
          const [numerator, denominator, units] = expected.get(`${region} ${period}`) ?? [0, 0, 0]
          expected.set(`${region} ${period}`, [numerator + organised, denominator + total, units + 1])
        }
      }
      const file: TinyFile = {
        dataset: 'coverage',
        unit: '990100',
        received_at: '2026-03-01T00:00:00.000Z',
        rows: told.map(({ town, period, organised, total }) => [
          town,
          period,
          { nonpublic_total: total, nonpublic_eligible: total, nonpublic_org_single: organised },
        ]),
      }
      const { warehouse, failures } = await tinyWarehouse(told.length > 0 ? [file] : [])
      const rows = await warehouse.query<Record<string, string & number>>(
        `select region_code, period, numerator, denominator, units_reported from marts.indicator_values
         where indicator_id = 'nonpublic_coverage_pct' and units_reported > 0`,
      )
      await warehouse.close()
      const found = rows.map((row) => [
        `${row.region_code} ${row.period}`,
        [row.numerator, row.denominator, row.units_reported],
      ])
      expect(failures).toEqual([])
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected))
    }),
    { numRuns: 25 },
  )
}, 60_000)
