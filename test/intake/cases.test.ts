import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sqlTypeOf } from '../../src/domain/column.js'
import type { IntakeResult } from '../../src/domain/submission.js'
import { messages } from '../../src/intake/messages.js'
import { cases, fixtures, takeInCase } from './cases.js'
import { datasets } from './datasets.js'

/** The parts of a result that a case is compared by, one line for each finding and row so that people can review them. */
function written(result: IntakeResult): string {
  const line = (value: object) => `    ${JSON.stringify(value)}`
  const list = (items: object[]) => (items.length === 0 ? '[]' : `[\n${items.map(line).join(',\n')}\n  ]`)
  const { verdict, dataset, reporting_unit, period, rows } = result
  const findings = result.findings.map(({ severity, code, sheet, row, column, cell, original, explanation }) => ({
    ...{ severity, code },
    ...(sheet === null ? {} : { sheet }),
    ...{ row, column, cell, original },
    ...(explanation === null ? {} : { explanation }),
  }))
  const accepted = result.accepted.map(({ sheet, table_number, nothing, ...row }) => ({
    ...(sheet === null ? {} : { sheet }),
    ...(table_number === null ? {} : { table_number }),
    ...row,
    ...(Object.keys(nothing).length === 0 ? {} : { nothing }),
  }))
  return `{
  "verdict": "${verdict}",
  "dataset": ${JSON.stringify(dataset)},
  "reporting_unit": ${JSON.stringify(reporting_unit)},
  "period": ${JSON.stringify(period)},
  "rows": ${JSON.stringify(rows)},
  "findings": ${list(findings)},
  "messages": ${JSON.stringify([...new Set(result.findings.map(({ message }) => message.zh))], null, 2).replaceAll(
    '\n',
    '\n  ',
  )},
  "conversions": ${list(result.conversions)},${result.formulas.length === 0 ? '' : `\n  "formulas": ${list(result.formulas)},`}
  "accepted": ${list(accepted)}
}
`
}

describe('a folder is a case', () => {
  test.each(cases)('%s', async (name) => {
    const path = join(fixtures, name, 'expected.json')
    const result = await takeInCase(name)
    // `absent` writes what is not there yet, `all` rewrites everything: read every line of the difference before it is kept.
    const update = process.env.CI ? '' : process.env.UPDATE_FIXTURES
    if (update === 'all' || (update && !existsSync(path))) writeFileSync(path, written(result))
    expect(JSON.parse(written(result))).toEqual(JSON.parse(readFileSync(path, 'utf8')))
  })
})

describe('over all cases', () => {
  test('rows in are rows loaded and rows rejected, and every value has the type of its column', async () => {
    for (const name of cases) {
      const { rows, accepted, findings, dataset, verdict } = await takeInCase(name)
      expect(rows.in, name).toBe(rows.loaded + rows.rejected)
      expect(accepted, name).toHaveLength(rows.loaded)
      expect(verdict === 'refused', name).toBe(rows.loaded === 0)
      if (verdict === 'accepted')
        expect(
          findings.filter(({ explanation }) => explanation === null),
          name,
        ).toEqual([])
      const columns = datasets.find(({ id }) => id === dataset)?.columns ?? []
      for (const { values } of accepted) {
        expect(Object.keys(values), name).toEqual(columns.map((column) => column.name))
        for (const column of columns) {
          const value = values[column.name]
          if (value === null) expect(column.required, `${name} ${column.name}`).toBe(false)
          else expect(typeof value).toBe(/^(var|date)/.test(sqlTypeOf(column)) ? 'string' : 'number')
        }
      }
    }
  })

  test('every message has both languages, is filled in, and occurs', async () => {
    const codes = new Set<string>()
    const checks = new Set(datasets.flatMap((dataset) => dataset.checks.map(({ id }) => id)))
    for (const name of cases) {
      for (const { code, message } of (await takeInCase(name)).findings) {
        codes.add(checks.has(code) ? (message.zh.includes('填报不一致：') ? 'parent_check' : 'row_check') : code)
        for (const text of [message.zh, message.en]) {
          expect(text, `${name} ${code}`).not.toMatch(/[{}]|undefined|null|NaN|\[object/)
          expect(text.trim(), `${name} ${code}`).not.toBe('')
        }
      }
    }
    for (const [code, { zh, en }] of Object.entries(messages)) {
      expect(zh, code).toMatch(/\p{Script=Han}/u)
      expect(en.replace('合计', ''), code).not.toMatch(/\p{Script=Han}|[，。：“”（）]/u)
      const names = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
      // The row and the cell may be named in one language only; what was found may not.
      expect(names(en), code).toEqual(names(zh))
    }
    const parts = /^(hint|way|kind|frequency|relation|name|basis|note)_/
    const silent = Object.keys(messages).filter((code) => !parts.test(code) && !codes.has(code))
    // These take a file that is too large to keep; take-in.test.ts, hostile.test.ts and bulk.test.ts have them.
    const large = ['too_many_cells', 'too_many_texts', 'too_complex_workbook', 'too_many_rows']
    const bulk = ['long_record', 'large_text', 'large_without_codes', 'large_unclear', 'more_findings']
    expect(new Set(silent)).toEqual(new Set(['too_large', 'parent_check_more', ...large, ...bulk]))
  })

  test('nothing about persons comes out', async () => {
    for (const name of cases) {
      const out = JSON.stringify(await takeInCase(name))
      expect(out, name).not.toMatch(/张三|李四|1380000\d{4}|99030119900101\d{3}[\dXx]/)
    }
  })
})
