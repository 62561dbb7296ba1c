import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { nationalFiles } from '../../data/sample/national-files.js'
import { national } from '../../pipelines/national/return.js'
import { Threshold, thresholdIdOf } from '../../src/domain/threshold.js'
import { indicators, thresholds } from './judge.js'

const read = (name: string) => readFileSync(new URL(`../../data/reference/${name}`, import.meta.url), 'utf8')

describe('thresholds.csv', () => {
  test('has the fields of a threshold, in order', () => {
    expect(read('thresholds.csv').split('\n')[0]).toBe(Object.keys(Threshold.shape).join(','))
  })

  test('has a line for every indicator and none for an unknown one', () => {
    const ids = indicators.map(({ id }) => id).sort()
    expect([...new Set(thresholds.map(({ indicator_id }) => indicator_id))].sort()).toEqual(ids)
    // 7 of coverage, 5 of income, 4 of stipends; 3 of premises, 2 + 1 of funds, 4 of teams, 3 of rectification; 4 of burden, 2 of tasks.
    expect(ids).toHaveLength(16 + 13 + 6)
  })

  test('no two lines of one scope hold at the same time, and the critical one lies beyond the warning', () => {
    expect(new Set(thresholds.map(thresholdIdOf)).size).toBe(thresholds.length)
    for (const row of thresholds) {
      const rivals = thresholds.filter(
        (other) =>
          other !== row &&
          other.indicator_id === row.indicator_id &&
          other.scope === row.scope &&
          other.region_level === row.region_level &&
          other.valid_from <= (row.valid_to ?? '9999') &&
          row.valid_from <= (other.valid_to ?? '9999'),
      )
      expect(rivals).toEqual([])
      const higher = indicators.find(({ id }) => id === row.indicator_id)?.direction === 'higher_is_better'
      if (row.warning !== null && row.critical !== null) expect(row.warning > row.critical).toBe(higher)
    }
  })

  test('uses a class of region, one region, a margin, a minimum base and a path', () => {
    expect(thresholds.some(({ scope }) => scope.startsWith('class:'))).toBe(true)
    expect(thresholds.some(({ scope }) => scope.startsWith('region:'))).toBe(true)
    expect(thresholds.some(({ clear_margin, clear_periods }) => clear_margin === 1 && clear_periods === 2)).toBe(true)
    expect(thresholds.some(({ min_denominator }) => min_denominator > 0)).toBe(true)
    expect(thresholds.some(({ path }) => path === 'linear')).toBe(true)
  })

  test('every basis is a published address or marked as an example', () => {
    for (const { basis } of thresholds) expect(basis).toMatch(/^示例：|；https?:\/\/\S+$/)
  })
})

describe('national.csv', () => {
  const text = read('national.csv')
  const rows = parse(text, { columns: true }) as Record<string, string>[]

  test('has the headings of its return, a number and an address in every row, and no quotation marks', () => {
    const headings = ['报告期', '行政区划代码', '地区名称', ...national.columns.map(({ header }) => header.zh)]
    expect(text.split('\n')[0]).toBe(headings.join(','))
    expect(text).not.toContain('"')
    for (const row of rows) {
      expect(row.报告期).toMatch(/^20\d\d$/)
      expect(row.数值).toMatch(/^\d+(\.\d{1,2})?$/)
      expect(row.来源地址).toMatch(/^https?:\/\//)
    }
  })

  test('has one figure for each series and year, in one unit a series', () => {
    const keys = rows.map((row) => `${row.系列}/${row.报告期}`)
    expect(new Set(keys).size).toBe(keys.length)
    const units = new Set(rows.map((row) => `${row.系列}/${row.计量单位}`))
    expect(units.size).toBe(new Set(rows.map((row) => row.系列)).size)
  })

  test.each([
    ['nonpublic_coverage_of_all', '2011 37.6, 2014 53.1, 2015 51.8, 2016 67.9, 2017 73.1'],
    ['nonpublic_coverage_of_eligible', '2008 99.4, 2011 99.91, 2012 99.95'],
    ['social_coverage_of_all', '2017 61.7'],
  ])('%s is %s', (series, expected) => {
    const found = rows.filter((row) => row.系列 === series).map((row) => `${row.报告期} ${row.数值}`)
    expect(found.join(', ')).toBe(expected)
  })

  test('names every series that an indicator is compared with', () => {
    const series = new Set(rows.map((row) => row.系列))
    for (const { national_series } of indicators) if (national_series) expect(series).toContain(national_series)
  })

  test('no file holds a year that had not begun when it came', () => {
    for (const to of ['2018-01', '2022-06', '2026-10'])
      for (const { bytes, received_at } of nationalFiles(new TextEncoder().encode(text), to)) {
        const years = new TextDecoder()
          .decode(bytes)
          .trimEnd()
          .split('\n')
          .slice(1)
          .map((line) => line.slice(0, 4))
        for (const year of years) expect(year < String(received_at)).toBe(true)
      }
  })
})
