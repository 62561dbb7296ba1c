import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Warehouse } from '../../src/warehouse/warehouse.js'
import { standingsIn } from '../sample/judge.js'

let warehouse: Warehouse
beforeAll(async () => {
  warehouse = await Warehouse.open(join(inject('home'), 'releases', 'current', 'warehouse.duckdb'), { readOnly: true })
})
afterAll(() => warehouse.close())

describe('the last month, out of forms that look as they do', () => {
  test('every row in is loaded or rejected: 196 of coverage, of which 8 out, and 166 of stipends, of which 1 out', async () => {
    const rows = await warehouse.query<Record<string, string | number | null>>(
      `select dataset, count(*)::int as files, sum(rows_in)::int as "in", sum(rows_loaded)::int as loaded, sum(rows_rejected)::int as rejected
       from raw.submissions where file_name like '2026-10/%' group by dataset order by dataset nulls last`,
    )
    expect(rows).toEqual([
      // 180 townships, and the 16 of the county that sends twice. One county with 14 townships sends no stipends, but a letter.
      { dataset: 'coverage', files: 14 + 1, in: 180 + 16, loaded: 188, rejected: 7 + 1 },
      { dataset: 'stipend', files: 13, in: 180 - 14, loaded: 165, rejected: 1 },
      { dataset: null, files: 1, in: 0, loaded: 0, rejected: 0 },
    ])
  })

  test('what was written in 万元 is kept as a conversion', async () => {
    const rows = await warehouse.query(
      `select submissions.file_name, conversions.column_name, conversions.stated, conversions.factor::int as factor
       from raw.conversions inner join raw.submissions on submissions.submission_id = conversions.submission_id
       where submissions.file_name like '2026-10/%' order by submissions.file_name`,
    )
    const column = { column_name: 'paid_total_yuan', stated: '万元', factor: 10_000 }
    expect(rows).toEqual([
      { file_name: '2026-10/昭埠区_村党组织书记报酬落实情况_2026年10月.xlsx', ...column },
      { file_name: '2026-10/石泓区_村党组织书记报酬落实情况_2026年10月.csv', ...column },
    ])
  })

  test.each([
    ['coverage', 'nonpublic_coverage_pct', '990327', 14],
    ['coverage', 'social_coverage_pct', '990327', 14],
    ['stipend', 'stipend_mean_yuan_per_month', '990321', 13],
    ['stipend', 'stipend_arrears_pct', '990321', 13],
  ])(
    '%s: %s is what the generator meant in every county but %s, where a row stays out',
    async (dataset, indicator, out, counties) => {
      const shown = await warehouse.query<{ county: string; numerator: number; denominator: number }>(
        `select region_code as county, numerator::double as numerator, denominator::double as denominator from marts.indicator_values
       where region_level = 'county' and indicator_id = $1 and period = '2026-10' and value is not null order by region_code`,
        [indicator],
      )
      const meant = standingsIn(dataset, '2026-10').flatMap(({ indicator: id, county, numerator, denominator }) =>
        id === indicator ? [{ county, numerator, denominator }] : [],
      )
      expect(meant).toHaveLength(counties)
      const whole = (rows: readonly { county: string }[]) => rows.filter(({ county }) => county !== out)
      expect(whole(shown)).toEqual(whole(meant))
      const part = (rows: typeof meant) => rows.find(({ county }) => county === out)?.denominator ?? 0
      expect(part(shown)).toBeLessThan(part(meant))
    },
  )
})
