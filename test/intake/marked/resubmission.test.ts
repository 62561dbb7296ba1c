import { describe, expect, test } from 'vitest'
import { explanationsIn, withoutIndex } from '../../../src/intake/marked/read-index.js'
import { takeIn } from '../../../src/intake/take-in.js'
import { opened } from '../opened.js'
import { cell, commentsOf, context, copyOf, corrected, fillOf, read, sheetOf, textFile } from './copies.js'
import { coverageForm, stipendText } from './returns.js'

const name = '东城区2026年10月-退回.xlsx'
const form = async () => copyOf({ name: '东城区2026年10月.xlsx', bytes: await coverageForm() })

describe('a marked copy handed in again', () => {
  test('corrected, the rest left as it is: nothing is found', async () => {
    const bytes = await corrected((await form()).bytes, { 覆盖情况: { E7: 50, H8: 10, K10: 69 } })
    const { verdict, findings, rows } = await takeIn({ name, bytes }, context)
    expect({ verdict, findings, rows }).toEqual({
      verdict: 'accepted',
      findings: [],
      rows: { in: 3, loaded: 3, rejected: 0 },
    })
  })

  test('is known by its stamp, and its index is no sheet of the return', async () => {
    const { grids, stamp } = await opened((await form()).bytes)
    expect(stamp).toMatchObject({ kind: 'marked', dataset: 'coverage', region_code: '990301', period: '2026-10' })
    expect(grids.map(({ sheet }) => sheet)).toEqual(['退回说明', '覆盖情况'])
    expect(withoutIndex(grids).map(({ sheet }) => sheet)).toEqual(['覆盖情况'])
  })

  test('the stamp does not override what the table says', async () => {
    const title = '河州市东城区非公企业和社会组织党的组织和工作覆盖情况表（2026年9月）'
    const bytes = await corrected((await form()).bytes, { 覆盖情况: { A1: title } })
    expect((await takeIn({ name: '退回.xlsx', bytes }, context)).period).toBe('2026-09')
  })

  test.each(['990301_202610-退回.xlsx', '东城区2026-10-退回(2).xlsx', '东城区2026年10月-退回 (12).xlsx'])(
    'the name %s says the period and the unit',
    async (name) => {
      const bytes = await corrected((await form()).bytes, { 覆盖情况: { A1: '情况表', A2: null } })
      const { period, reporting_unit } = await takeIn({ name, bytes }, context)
      expect([period, reporting_unit]).toEqual(['2026-10', '990301'])
    },
  )

  test('marked again: one index, only the marks that still hold, everything else as it came', async () => {
    const half = await corrected((await form()).bytes, { 覆盖情况: { E7: 50 } })
    const again = await read((await copyOf({ name, bytes: half })).bytes)
    expect(again.sheets.map((sheet) => sheet.name)).toEqual(['退回说明', '覆盖情况', '_jiceng'])
    const sheet = sheetOf(again, '覆盖情况')
    expect(Object.keys(commentsOf(sheet)).sort()).toEqual(['D8', 'H10', 'K10'])
    expect([fillOf(sheet, 'E7'), fillOf(sheet, 'D8')]).toEqual([undefined, 'FFC7CE'])
    expect(commentsOf(sheet).D8?.match(/须改正/g)).toHaveLength(1)
  })

  test('marked again, a fill, a font colour and a comment of the sender are there again', async () => {
    const workbook = await read(await coverageForm())
    const source = sheetOf(workbook, '覆盖情况')
    const wrong = cell(source, 'E7')
    const font = { name: '黑体', color: { rgb: 'FFFFFF' } }
    const fill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: '00B050' } } as const
    if (wrong) Object.assign(wrong, { style: { ...wrong.style, font, fill }, comment: { text: '待村里报来' } })
    const { writeXlsx } = await import('hucre/xlsx')
    const bytes = await writeXlsx({ sheets: workbook.sheets.map(({ charts, pivotTables, ...sheet }) => sheet) })
    const first = await copyOf({ name: '东城区2026年10月.xlsx', bytes })
    const marked = sheetOf(await read(first.bytes), '覆盖情况')
    expect(fillOf(marked, 'E7')).toBe('FFC7CE')
    expect(commentsOf(marked).E7).toMatch(/^【须改正】.*原有批注.*待村里报来$/s)
    const right = await corrected(first.bytes, { 覆盖情况: { E7: 50 } })
    const second = sheetOf(await read((await copyOf({ name, bytes: right })).bytes), '覆盖情况')
    expect(fillOf(second, 'E7')).toBe('00B050')
    expect(cell(second, 'E7')?.style?.font).toMatchObject(font)
    expect(commentsOf(second).E7).toBe('待村里报来')
  })

  test('a copy of text goes on as a workbook', async () => {
    const first = await copyOf(textFile('东城区2026年10月.csv', stipendText))
    const bytes = await corrected(first.bytes, { 报表: { C4: 10, B7: '白马镇' } })
    const { verdict, findings } = await takeIn({ name, bytes }, context)
    expect({ verdict, findings }).toEqual({ verdict: 'accepted', findings: [] })
  })

  test('a sheet of the sender that is called like the index stays one', async () => {
    const workbook = await read(await coverageForm())
    const [sheet] = workbook.sheets
    if (sheet) sheet.name = '退回说明'
    const { writeXlsx } = await import('hucre/xlsx')
    const bytes = await writeXlsx({ sheets: workbook.sheets.map(({ charts, pivotTables, ...one }) => one) })
    const again = await read((await copyOf({ name: '东城区2026年10月.xlsx', bytes })).bytes)
    expect(again.sheets.map((one) => one.name)).toEqual(['退回说明(2)', '退回说明', '_jiceng'])
    expect(Object.keys(commentsOf(sheetOf(again, '退回说明')))).toContain('E7')
  })
})

describe('what the sender explains', () => {
  test('arrives by sheet and cell, without numbers and names of persons', async () => {
    const words = { F8: ' 另有直属 10 家，\n联系人：张三 13800001234', F9: '不改了，问13800001234' }
    const { grids } = await opened(await corrected((await form()).bytes, { 退回说明: words }))
    expect([...explanationsIn(grids)]).toEqual([
      ['覆盖情况!K10', '另有直属 10 家， 联系人：'],
      ['覆盖情况!E7', '不改了，问***'],
    ])
  })

  test('goes by the code where there is no cell, and only when every line of it is explained', async () => {
    // In two counties a town is missing: two findings without a cell.
    const text = `2026年10月\n行政区划代码,书记职数,当月应发总额（元）,低于标准职数,最低报酬,最高报酬,拖欠职数\n${['990301001', '990322001'].map((code) => `${code},10,19000,0,1800,2000,0\n`).join('')}`
    const { bytes } = await copyOf(textFile('河州市.csv', text))
    const index = sheetOf(await read(bytes), '退回说明')
    const rows = index.rows.flatMap((row, at) => (String(row[6]) === ':missing_regions' ? [at + 1] : []))
    expect(rows.length).toBeGreaterThan(1)
    const [first, ...others] = rows
    const some = await corrected(bytes, { 退回说明: { [`F${first}`]: '撤并' } })
    expect([...explanationsIn((await opened(some)).grids)]).toEqual([])
    const all = await corrected(bytes, {
      退回说明: Object.fromEntries([[`F${first}`, '撤并'], ...others.map((row) => [`F${row}`, '停报'])]),
    })
    expect([...explanationsIn((await opened(all)).grids)]).toEqual([[':missing_regions', '撤并；停报']])
  })

  test('is nothing in a file that has no index', async () => {
    expect([...explanationsIn((await opened(await coverageForm())).grids)]).toEqual([])
  })
})
