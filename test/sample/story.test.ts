import { describe, expect, test } from 'vitest'
import { asSentFirst } from '../../data/sample/wrong-rows.js'
import { periodsBetween } from '../../src/domain/period.js'
import type { Status } from '../../src/domain/status.js'
import {
  alertsOf,
  indicators,
  monthlyStandings,
  quarterlyStandings,
  returns,
  type Standing,
  standingsIn,
} from './judge.js'

const monthly: Standing[] = [...monthlyStandings('coverage'), ...monthlyStandings('stipend')]
const quarterly = ['premises', 'funding', 'team', 'rectification'].flatMap(quarterlyStandings)
const annual = periodsBetween('2017', '2025').flatMap((year) => standingsIn('income', year))
const course = (county: string, indicator: string) =>
  [...monthly, ...quarterly].filter((standing) => standing.county === county && standing.indicator === indicator)
const headlines = new Set(indicators.filter(({ headline }) => headline).map(({ id }) => id))

/** Counties with a headline figure of the status, as the first page counts them: annual figures stay until the next year's. */
function countiesWith(status: Status, month: string): string[] {
  const shown = [
    ...monthly.filter(({ period }) => period === month),
    ...annual.filter(({ period }) => period === '2025'),
    // The quarter that is over by September is shown in both of the last two months.
    ...quarterly.filter(({ period }) => period === '2026-Q3'),
  ]
  const found = shown.filter((standing) => standing.status === status && headlines.has(standing.indicator))
  return [...new Set(found.map(({ county }) => county))].sort()
}

/** Alerts of counties that there still are, by county and indicator. */
const alerts = [
  ...new Set(monthly.filter(({ period }) => period === '2026-08').map((s) => `${s.county} ${s.indicator}`)),
].flatMap((key) => {
  const [county = '', indicator = ''] = key.split(' ')
  return alertsOf(course(county, indicator)).map((alert) => ({ key, ...alert }))
})

describe('the last month', () => {
  test('a few counties are critical, two fewer than the month before', () => {
    expect(countiesWith('critical', '2026-09')).toEqual(['990308', '990309', '990323', '990324', '990326', '990328'])
    expect(countiesWith('critical', '2026-10')).toEqual(['990323', '990324', '990326', '990328'])
    expect(countiesWith('warning', '2026-10').length).toBeGreaterThanOrEqual(4)
  })

  test('a few alerts open and a few close', () => {
    expect(alerts.filter(({ opened }) => opened === '2026-10').map(({ key }) => key)).toEqual([
      '990303 nonpublic_work_coverage_pct',
      '990324 social_coverage_pct',
      '990309 stipend_arrears_pct',
    ])
    expect(alerts.filter(({ closed }) => closed === '2026-10').map(({ key }) => key)).toEqual([
      '990305 nonpublic_coverage_pct',
      '990321 stipend_arrears_pct',
    ])
  })
})

test.each(['coverage', 'stipend', 'income', 'premises', 'funding', 'team', 'rectification'])(
  'every status occurs in %s',
  (dataset) => {
    const own = [...monthly, ...quarterly, ...annual].filter(({ indicator }) =>
      indicators.some((i) => i.id === indicator && i.dataset === dataset),
    )
    const seen = new Set(own.map(({ status }) => status))
    for (const status of ['ok', 'warning', 'critical', 'small_base'] as const) expect(seen).toContain(status)
  },
)

describe('counties', () => {
  test('平畴县 improves from year to year', () => {
    const decembers = course('990327', 'nonpublic_coverage_pct').filter(({ period }) => period.endsWith('-12'))
    for (const [index, { value }] of decembers.entries())
      if (index > 0) expect(value).toBeGreaterThan(decembers[index - 1]?.value ?? 0)
    expect(alertsOf(course('990327', 'nonpublic_coverage_pct'))).toHaveLength(1)
  })

  test('平畴县 is far above the common line, but behind the path that it set itself: one organisation short', () => {
    const behind = course('990327', 'social_coverage_pct').at(-1)
    // From 86 % in 2025-01 to 92 % in 2027-12 is 6 points in 35 months; 21 of them are 3.6 points.
    expect(behind).toMatchObject({ numerator: 166, denominator: 186, status: 'warning' })
    expect(166 / 186).toBeLessThan(0.896)
    expect(167 / 186).toBeGreaterThan(0.896)
    const [alert] = alertsOf(course('990327', 'social_coverage_pct').filter(({ period }) => period >= '2025-01'))
    expect(alert).toEqual({ opened: '2025-05', closed: null })
  })

  test('柳圩县 relapses: its alert opens again and its figure is critical at the end', () => {
    const again = alertsOf(course('990326', 'nonpublic_coverage_pct'))
    expect(again).toEqual([
      { opened: '2018-01', closed: expect.stringMatching(/^2019/) },
      { opened: expect.stringMatching(/^2024/), closed: null },
    ])
    expect(course('990326', 'nonpublic_coverage_pct').at(-1)?.status).toBe('critical')
  })

  test('双岘县 is silent in 2025-03 and 2025-04, and below the line before and after', () => {
    const around = course('990324', 'nonpublic_coverage_pct').filter(
      ({ period }) => '2025-01' <= period && period <= '2025-06',
    )
    expect(around.map(({ period }) => period)).toEqual(['2025-01', '2025-02', '2025-05', '2025-06'])
    expect(new Set(around.map(({ status }) => status))).toEqual(new Set(['warning']))
  })

  test('云硖县 sends no stipend return for the last two months', () => {
    expect(course('990323', 'stipend_mean_yuan_per_month').at(-1)?.period).toBe('2026-08')
    expect(course('990323', 'nonpublic_coverage_pct').at(-1)?.period).toBe('2026-10')
  })

  test('松陂县 crosses its line again and again without closing its alert', () => {
    const statuses = course('990325', 'nonpublic_coverage_pct').filter(({ period }) => period >= '2024-01')
    const crossings = statuses.filter(({ status }, index) => index > 0 && status !== statuses[index - 1]?.status)
    expect(crossings.length).toBeGreaterThanOrEqual(8)
    expect(alertsOf(course('990325', 'nonpublic_coverage_pct')).at(-1)?.closed).toBeNull()
  })

  test('锦垣区 had sent 2025-06 too high; corrected, it is below the line', () => {
    const rows = returns.coverage?.rowsOf('2025-06').filter(({ region_code }) => region_code.startsWith('990305')) ?? []
    const share = (sent: typeof rows, side: string) => {
      const total = (...names: string[]) =>
        sent.reduce((all, { values }) => all + names.reduce((own, name) => own + Number(values[name]), 0), 0)
      return (100 * total(`${side}_org_single`, `${side}_org_joint`)) / total(`${side}_total`)
    }
    const wrong = [...asSentFirst('coverage', '2025-06', rows)]
    expect(share(wrong, 'nonpublic')).toBeGreaterThan(90)
    expect(share(rows, 'nonpublic')).toBeLessThan(85)
    expect(share(wrong, 'social')).toBeLessThan(80)
    expect(share(rows, 'social')).toBeGreaterThan(80)
  })

  test('松陂县 has one township that did not send its villages of 2021', () => {
    expect(returns.income?.rowsOf('2020')).toHaveLength(2719)
    const codes = (year: string) =>
      new Set(returns.income?.rowsOf(year).map(({ region_code }) => region_code.slice(0, 9)))
    const sent = codes('2021')
    const missing = [...codes('2020')].filter((code) => !sent.has(code))
    expect(missing).toHaveLength(1)
    expect(missing[0]).toMatch(/^990325/)
  })

  test('望岭县 had sent 2026-Q2 of its meeting places too low; corrected, they are above the line', () => {
    const rows = returns.premises?.rowsOf('2026-Q2').filter(({ region_code }) => region_code.startsWith('990321')) ?? []
    const share = (sent: typeof rows) => {
      const total = (name: string) => sent.reduce((all, { values }) => all + Number(values[name]), 0)
      return (100 * total('standard')) / total('villages')
    }
    expect(share([...asSentFirst('premises', '2026-Q2', rows)])).toBeLessThan(92)
    expect(share(rows)).toBeGreaterThan(93)
  })

  test.each([
    ['990324', 'premises', '2026-Q3'],
    ['990326', 'funding', '2025-Q2'],
    ['990303', 'funding_budget', '2024-Q2'],
    ['990325', 'team', '2025-Q3'],
    ['990328', 'rectification', '2026-Q1'],
  ])('%s sends no return of %s in %s, all others do', (county, dataset, quarter) => {
    const counties = new Set(returns[dataset]?.rowsOf(quarter).map(({ region_code }) => region_code.slice(0, 6)))
    expect(counties.size).toBe(13)
    expect(counties).not.toContain(county)
  })

  test('柳圩县 falls back in every quarterly topic: an alert that had ended opens again, or one opens late', () => {
    for (const indicator of [
      'premises_standard_pct',
      'funding_norm_met_pct',
      'villages_with_reserve_pct',
      'weak_listed_pct',
    ]) {
      const last = alertsOf(course('990326', indicator)).at(-1)
      expect(last?.closed, indicator).toBeNull()
      expect(String(last?.opened) >= '2023', indicator).toBe(true)
    }
  })

  test('平畴县 lists fewer and fewer, down to below the lower end of 5 %', () => {
    const shares = course('990327', 'weak_listed_pct').filter(({ period }) => period.endsWith('Q1'))
    for (const [index, { value }] of shares.entries())
      if (index > 0) expect(value).toBeLessThanOrEqual(shares[index - 1]?.value ?? 0)
    expect(shares.at(-1)?.status).toBe('warning')
  })
})
