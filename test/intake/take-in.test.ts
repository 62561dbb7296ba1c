import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stipend } from '../../pipelines/stipend/return.js'
import type { Dataset } from '../../src/domain/dataset.js'
import { columnsOf, evaluate, parseFormula } from '../../src/domain/formula.js'
import type { Known } from '../../src/domain/known.js'
import { periodsBetween } from '../../src/domain/period.js'
import type { Region } from '../../src/domain/region.js'
import { maxBytes } from '../../src/intake/reading/open-file.js'
import { takeIn } from '../../src/intake/take-in.js'
import { datasets } from './datasets.js'
import { regions } from './regions.js'

const fixture = (name: string, file: string) =>
  readFileSync(join(import.meta.dirname, '../fixtures/intake', name, file))
const bytesOf = (text: string) => new TextEncoder().encode(text)
const context = { datasets, regions }
const headings = stipend.columns.map(({ header }) => header.zh).join(',')

test('a file that is too large is refused with its size', async () => {
  const { verdict, findings } = await takeIn({ name: 'a.csv', bytes: new Uint8Array(maxBytes + 1) }, context)
  expect(verdict).toBe('refused')
  expect(findings.map(({ code }) => code)).toEqual(['too_large'])
  expect(findings[0]?.message.en).toContain('21 MB, more than the 20 MB allowed')
})

test('text with zero bytes is some other file', async () => {
  const { findings } = await takeIn({ name: 'a.csv', bytes: bytesOf('企业总数\0') }, context)
  expect(findings.map(({ code }) => code)).toEqual(['not_text'])
})

test('the reporting unit may be stated below the table', async () => {
  const text = `2026年10月书记报酬\n地区名称,${headings}\n首阳镇,10,19000,0,1800,2000,0\n填报单位：河州市委组织部,,填报人：张三\n`
  const { reporting_unit } = await takeIn({ name: 'a.csv', bytes: bytesOf(text) }, context)
  expect(reporting_unit).toBe('990300')
})

test('a long history with gaps gets twenty findings and a sum of the rest', async () => {
  const periods = periodsBetween('2021-01', '2023-06')
  const rows = periods.flatMap((period) =>
    ['990301001', '990322001'].map((code) => `${period},${code},10,19000,0,1800,2000,0`),
  )
  const text = `报告期,行政区划代码,${headings}\n${rows.join('\n')}\n,,,\n`
  const name = '河州市.csv'
  const { verdict, findings, period, reporting_unit } = await takeIn({ name, bytes: bytesOf(text) }, context)
  expect([verdict, period, reporting_unit]).toEqual(['accepted_with_warnings', '2021-01/2023-06', '990300'])
  expect(findings.filter(({ code }) => code === 'missing_regions')).toHaveLength(20)
  const last = findings.at(-1)
  expect(last?.code).toBe('missing_regions_more')
  // Each month lacks something in each of three counties: 30 x 3, less the 20 that are listed.
  expect(last?.message.zh).toContain('另有 70 处')
  expect(last?.message.en).not.toMatch(/[{}]/)
})

test('values of the period before are asked for once, for the whole unit', async () => {
  const asked: string[] = []
  const known: Known = async ({ dataset, period, columns, within }) => {
    asked.push([dataset, period, ...columns, within].join(' '))
    return new Map()
  }
  const text = `2026年1月,,\n地区名称,${headings}\n送驾镇,10,19000,0,1800,2000,0\n平水乡,x,19000,0,1800,2000,0`
  await takeIn({ name: '孟河县.csv', bytes: bytesOf(text) }, { ...context, known })
  expect(asked).toEqual([
    // Also those that may be written in 万元 by mistake.
    'stipend 2025-12 posts paid_total_yuan lowest_yuan_per_month highest_yuan_per_month 990322',
  ])
})

test('the same file gives the same result', async () => {
  const file = { name: 'input.xlsx', bytes: fixture('coverage-workbook', 'input.xlsx') }
  expect(await takeIn(file, context)).toEqual(await takeIn(file, context))
})

describe.each(['coverage', 'stipend'])('every check of %s', (id) => {
  const dataset = datasets.find((one) => one.id === id) as Dataset
  test.each(dataset.checks.map((check) => [check.id, check] as const))('%s is what refuses a row', async (_, check) => {
    const name = id === 'coverage' ? 'row-checks' : 'stipend-checks'
    const file = { name: 'input.csv', bytes: fixture(name, 'input.csv') }
    const without = { ...dataset, checks: dataset.checks.filter((one) => one !== check) }
    const codes = async (datasets: Dataset[]) =>
      (await takeIn(file, { datasets, regions })).findings.map(({ code }) => code)
    expect(await codes([dataset])).toContain(check.id)
    expect(await codes([without])).not.toContain(check.id)
  })
})

describe('whatever comes in', () => {
  const good = readFileSync(join(import.meta.dirname, '../fixtures/intake/coverage-as-it-looks/input.csv'), 'utf8')
  const oddTexts = [
    '',
    '0',
    '-1',
    '待核',
    '合计',
    '小计',
    '城关',
    '990322001',
    '"',
    '1,2',
    '甲',
    '注：',
    '2026',
    '１',
    '=1',
  ]
  const change = fc.record({
    line: fc.nat(12),
    column: fc.nat(17),
    text: fc.oneof(fc.constantFrom(...oddTexts), fc.string({ maxLength: 6 })),
    how: fc.constantFrom('cell', 'drop', 'twice', 'swap'),
  })
  const mutated = fc.array(change, { maxLength: 8 }).map((changes) => {
    const lines = good.split('\n')
    for (const { line, column, text, how } of changes) {
      const at = line % lines.length
      if (how === 'drop') lines.splice(at, 1)
      else if (how === 'twice') lines.splice(at, 0, lines[at] as string)
      else if (how === 'swap') lines.unshift(...lines.splice(at, 1))
      else {
        const cells = (lines[at] ?? '').split(',')
        cells[column % cells.length] = text
        lines[at] = cells.join(',')
      }
    }
    return lines.join('\n')
  })

  test('rows in are rows loaded and rejected, and no row breaks its checks', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (text) => {
        const result = await takeIn({ name: 'a.csv', bytes: bytesOf(text) }, context)
        const { rows, accepted, findings, verdict } = result
        expect(rows.in).toBe(rows.loaded + rows.rejected)
        expect(accepted).toHaveLength(rows.loaded)
        expect(verdict === 'refused').toBe(rows.loaded === 0)
        if (verdict === 'refused') expect(findings.some(({ severity }) => severity === 'reject')).toBe(true)
        const refused = new Set(findings.filter(({ severity }) => severity === 'reject').map(({ row }) => row))
        const seen = new Set<string>()
        for (const { row_number, region_code, period, values } of accepted) {
          expect(refused.has(row_number)).toBe(false)
          expect(seen.has(`${region_code} ${period}`)).toBe(false)
          seen.add(`${region_code} ${period}`)
          const checks = datasets.find(({ id }) => id === result.dataset)?.checks ?? []
          for (const { formula } of checks) {
            const parsed = parseFormula(formula)
            expect(evaluate(parsed, values)?.holds, columnsOf(parsed).join()).toBe(true)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('no bytes make it throw', async () => {
    const workbook = fixture('coverage-workbook', 'input.xlsx')
    const broken = fc
      .tuple(fc.nat(workbook.length - 1), fc.nat(255), fc.nat(workbook.length))
      .map(([at, byte, end]) => {
        const bytes = Uint8Array.from(workbook)
        bytes[at] = byte
        return bytes.slice(0, end % 3 === 0 ? end : undefined)
      })
    const anything = fc.oneof(fc.uint8Array({ maxLength: 300 }), broken)
    const names = fc.constantFrom('a.csv', 'a.xlsx', 'a.txt', 'a.xls', 'a', '')
    await fc.assert(
      fc.asyncProperty(anything, names, async (bytes, name) => {
        const { rows, accepted } = await takeIn({ name, bytes }, context)
        expect(rows.in).toBe(rows.loaded + rows.rejected)
        expect(accepted).toHaveLength(rows.loaded)
      }),
      { numRuns: 150 },
    )
  })
})

test('twenty thousand rows are taken in while one waits', async () => {
  const townships = Array.from({ length: 180 }, (_, index): Region => {
    const county = `9905${String(1 + Math.floor(index / 12)).padStart(2, '0')}`
    const region_code = `${county}${String((index % 12) + 1).padStart(3, '0')}`
    const name = `第${index}镇`
    const level = { region_level: 'township', region_class: null, valid_from: '2010-01', valid_to: null } as const
    return { region_code, region_name: name, short_name: name, parent_code: county, ...level }
  })
  const periods = periodsBetween('2010-01', '2019-03')
  const rows = periods.flatMap((period) =>
    townships.map(({ region_code, region_name }, index) => {
      const bad = index % 50 === 0 ? '约40' : '0'
      return `${period},${region_code},${region_name},10,19000,0,1800,2000,${bad}`
    }),
  )
  const text = `报告期,行政区划代码,地区名称,${headings}\n${rows.join('\n')}\n`
  const start = performance.now()
  const result = await takeIn({ name: 'a.csv', bytes: bytesOf(text) }, { datasets, regions: townships })
  const seconds = (performance.now() - start) / 1000
  expect(result.rows).toEqual({ in: 19_980, loaded: 19_980 - 111 * 4, rejected: 111 * 4 })
  // About half a second on two slow cores; the bound only catches what grows with the square.
  expect(seconds).toBeLessThan(4)
})
