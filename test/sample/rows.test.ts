import { describe, expect, test } from 'vitest'
import type { ReturnRow } from '../../data/sample/return-row.js'
import { asSentFirst } from '../../data/sample/wrong-rows.js'
import { evaluate, parseFormula, reachOf } from '../../src/domain/formula.js'
import { periodsBetween, shiftPeriod } from '../../src/domain/period.js'
import { returns } from './judge.js'

const months = periodsBetween('2018-01', '2026-10')
const periods: Record<string, string[]> = {
  coverage: months,
  stipend: months,
  income: periodsBetween('2017', '2025'),
  rural_income: periodsBetween('2016', '2025'),
  premises: periodsBetween('2017-Q4', '2026-Q3'),
  funding: periodsBetween('2018-Q1', '2026-Q3'),
  funding_budget: periodsBetween('2017-Q1', '2026-Q3'),
  team: periodsBetween('2018-Q1', '2026-Q3'),
  rectification: periodsBetween('2018-Q1', '2026-Q3'),
}
const rowsOf = (dataset: string, period: string): ReturnRow[] => returns[dataset]?.rowsOf(period) ?? []
const sum = (rows: readonly ReturnRow[], ...names: string[]) =>
  rows.reduce((all, { values }) => all + names.reduce((own, name) => own + Number(values[name]), 0), 0)

test.each(Object.keys(periods))('every row of %s keeps every declared check, kind and range', (dataset) => {
  const declared = returns[dataset]?.dataset
  const formulas = (declared?.checks ?? [])
    .map(({ id, formula }) => ({ id, formula: parseFormula(formula) }))
    .filter(({ formula }) => reachOf(formula) === 'row')
  for (const period of periods[dataset] ?? []) {
    const seen = new Set<string>()
    for (const row of asSentFirst(dataset, period, rowsOf(dataset, period))) {
      seen.add(row.region_code)
      for (const { id, formula } of formulas)
        if (!evaluate(formula, row.values)?.holds) throw new Error(`${id}: ${row.region_code} ${period}`)
      for (const { name, kind, codes } of declared?.columns ?? []) {
        const value = row.values[name]
        const isFine = kind === 'code' ? String(value) in codes : Number.isInteger(value) && Number(value) >= 0
        if (!isFine) throw new Error(`${name}: ${value} in ${row.region_code} ${period}`)
      }
    }
    expect(seen.size).toBe(rowsOf(dataset, period).length)
  }
})

describe('published starting points', () => {
  test('coverage of 2018-01: 78 % of 6,352 firms, 71 % of 2,317 social organisations', () => {
    const rows = rowsOf('coverage', '2018-01')
    expect(rows).toHaveLength(180)
    expect(sum(rows, 'nonpublic_total')).toBe(6352)
    expect(sum(rows, 'nonpublic_org_single', 'nonpublic_org_joint')).toBe(Math.round(0.78 * 6352))
    expect(sum(rows, 'social_total')).toBe(2317)
    expect(sum(rows, 'social_org_single', 'social_org_joint')).toBe(Math.round(0.71 * 2317))
  })

  test('income of 2017: 88 % of 2,719 villages up to 50,000 yuan, 63 % without any', () => {
    const incomes = rowsOf('income', '2017').map(({ values }) => Number(values.total_income_yuan))
    expect(incomes).toHaveLength(2719)
    expect(incomes.filter((income) => income <= 50_000)).toHaveLength(Math.round(0.88 * 2719))
    expect(incomes.filter((income) => income === 0)).toHaveLength(Math.round(0.63 * 2719))
  })

  test('meeting places at the end of 2017: of 2,719 villages nearly 40 % below standard, nearly 2 % with none or a rented one; 1,812 built', () => {
    const rows = rowsOf('premises', '2017-Q4')
    expect(rows).toHaveLength(180)
    expect(sum(rows, 'villages')).toBe(2719)
    // 39.6 % and 1.9 % to the nearest village.
    expect([sum(rows, 'substandard'), sum(rows, 'rented', 'none')]).toEqual([1077, 52])
    expect(sum(rows, 'built_this_year')).toBe(1812)
  })

  test('earmarked funds of 2018 are 147 % above those of 2017, to the yuan', () => {
    const all = (quarter: string) => sum(rowsOf('funding_budget', quarter), 'party_building_budget_yuan')
    for (const quarter of ['Q1', 'Q4'])
      expect(100 * (all(`2018-${quarter}`) - all(`2017-${quarter}`))).toBe(147 * all(`2017-${quarter}`))
  })

  test('weak organisations: 5 to 10 % of all are listed in every year', () => {
    for (const year of periodsBetween('2018', '2026')) {
      const rows = rowsOf('rectification', `${year}-Q3`)
      const share = sum(rows, 'listed') / sum(rows, 'organisations')
      expect(share, year).toBeGreaterThanOrEqual(0.05)
      expect(share, year).toBeLessThanOrEqual(0.1)
    }
  })

  test('stipends: about 1,560 yuan in 2018-01, the aim of 1,900 by the end of 2018, about 3,900 in 2026', () => {
    const mean = (month: string) =>
      sum(rowsOf('stipend', month), 'paid_total_yuan') / sum(rowsOf('stipend', month), 'posts')
    expect(mean('2018-01')).toBeCloseTo(1560, -1)
    expect(mean('2018-12')).toBeCloseTo(1900, -1)
    expect(mean('2026-06')).toBeGreaterThan(3750)
    expect(mean('2026-10')).toBeLessThan(4050)
  })
})

describe('courses', () => {
  test('work coverage is nearly complete by 2018-09 in most counties', () => {
    const rows = rowsOf('coverage', '2018-09')
    const counties = [...new Set(rows.map(({ region_code }) => region_code.slice(0, 6)))]
    const complete = counties.filter((county) => {
      const own = rows.filter(({ region_code }) => region_code.startsWith(county))
      const reached = sum(own, 'nonpublic_org_single', 'nonpublic_org_joint', 'nonpublic_instructor')
      return reached / sum(own, 'nonpublic_total') > 0.995
    })
    expect(complete.length).toBeGreaterThanOrEqual(12)
  })

  test.each([
    ['premises', 'built_this_year'],
    ['team', 'secretaries_trained_this_year'],
    ['rectification', 'rectified'],
  ])('what %s count from January on never falls within a year', (dataset, column) => {
    for (const quarter of periods[dataset] ?? []) {
      if (quarter.endsWith('Q1')) continue
      const before = new Map(
        rowsOf(dataset, shiftPeriod(quarter, -1)).map((row) => [row.region_code, row.values[column]]),
      )
      for (const { region_code, values } of rowsOf(dataset, quarter))
        expect(Number(values[column]), `${region_code} ${quarter}`).toBeGreaterThanOrEqual(
          Number(before.get(region_code) ?? 0),
        )
    }
  })

  test('every quarterly return counts the same villages in a township', () => {
    for (const quarter of periodsBetween('2018-Q1', '2026-Q3')) {
      const villages = (dataset: string) =>
        new Map(rowsOf(dataset, quarter).map((row) => [row.region_code, row.values.villages]))
      const [premises, ...others] = ['premises', 'team', 'funding'].map(villages)
      for (const other of others)
        for (const [code, count] of other) if (premises?.has(code)) expect(premises.get(code)).toBe(count)
    }
  })

  test('villages without income become few, some reach 180,000 and a million', () => {
    const incomes = rowsOf('income', '2025').map(({ values }) => Number(values.total_income_yuan))
    const share = (count: (income: number) => boolean) => incomes.filter(count).length / incomes.length
    expect(share((income) => income === 0)).toBeCloseTo(0.03, 2)
    expect(share((income) => income <= 50_000)).toBeCloseTo(0.35, 1)
    expect(share((income) => income >= 180_000)).toBeGreaterThan(0.2)
    expect(share((income) => income >= 1_000_000)).toBeGreaterThan(0.01)
  })

  test('incomes stand exactly on every bound somewhere', () => {
    const all = periods.income?.flatMap((year) => rowsOf('income', year)) ?? []
    const incomes = new Set(all.map(({ values }) => values.total_income_yuan))
    for (const bound of [50_000, 100_000, 180_000, 500_000, 1_000_000]) expect(incomes).toContain(bound)
  })

  test('a village moves on from where it stood: nine in ten end at most two bands away', () => {
    const bounds = [0, 50_000, 100_000, 500_000, 999_999]
    const band = (income: unknown) => bounds.filter((bound) => Number(income) > bound).length
    const before = new Map(rowsOf('income', '2018').map((row) => [row.region_code, band(row.values.total_income_yuan)]))
    const moves = rowsOf('income', '2019').map((row) =>
      Math.abs(band(row.values.total_income_yuan) - (before.get(row.region_code) ?? 0)),
    )
    expect(moves.filter((move) => move <= 1).length / moves.length).toBeGreaterThan(0.9)
  })

  test('rural income begins between 9,500 and 14,500 yuan and grows by 6 to 9 % a year', () => {
    const by = (year: string) =>
      new Map(rowsOf('rural_income', year).map((row) => [row.region_code, row.values.disposable_income_yuan]))
    for (const income of by('2016').values()) expect(Number(income) >= 9_500 && Number(income) <= 14_500).toBe(true)
    for (const year of periodsBetween('2017', '2025'))
      for (const [county, income] of by(year)) {
        const before = by(String(Number(year) - 1)).get(county)
        if (before === undefined) continue
        const growth = Number(income) / Number(before)
        expect(growth > 1.06 && growth < 1.09).toBe(true)
      }
  })
})
