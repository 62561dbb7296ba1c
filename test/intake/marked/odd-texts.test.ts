import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stipend } from '../../../pipelines/stipend/return.js'
import { makeMarkedCopy } from '../../../src/intake/marked/marked-copy.js'
import { context, copyOf, judged, read, sheetOf, textFile } from './copies.js'
import { coverageForm } from './returns.js'

describe('whatever a text holds', () => {
  test('signs that no workbook may contain are left out, and the longest text that a cell holds is whole', async () => {
    const odd = `a\u0001b\ud800c\ufffe<&>`
    const text = `2026年10月\n地区名称,书记职数,备注\n没有,1,${odd}\n没有,1,${'长'.repeat(32_767)}\n`
    const sheet = sheetOf(await read((await copyOf(textFile('东城区.csv', text))).bytes), '报表')
    expect(sheet.rows[2]?.[2]).toBe('ab\ufffdc<&>')
    expect(String(sheet.rows[3]?.[2])).toHaveLength(32_767)
  })

  test('there is a copy, and no formula in it', async () => {
    const cellText = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('=1+1', '@x', '约40', '张三', '138 0000 1234'),
    )
    const table = fc.array(fc.array(cellText, { maxLength: 9 }), { maxLength: 9 })
    await fc.assert(
      fc.asyncProperty(table, async (lines) => {
        const rows = lines.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
        const text = `2026年10月\n地区名称,${stipend.columns.map(({ header }) => header.zh).join(',')}\n${rows.join('\n')}\n`
        const bytes = await makeMarkedCopy(await judged(textFile('东城区.csv', text)), context)
        const { sheets } = await read(bytes ?? (await coverageForm()))
        for (const { cells } of sheets) for (const { formula } of cells?.values() ?? []) expect(formula).toBeUndefined()
        expect(JSON.stringify(sheets.map(({ rows }) => rows))).not.toContain('138 0000 1234')
      }),
      { numRuns: 60 },
    )
  }, 30_000)
})
