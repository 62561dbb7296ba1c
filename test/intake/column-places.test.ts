import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverage } from '../../pipelines/coverage/return.js'
import type { CellValue, Column } from '../../src/domain/column.js'
import type { AcceptedRow, IntakeResult } from '../../src/domain/submission.js'
import { headingAsRead } from '../../src/intake/table/heading-as-read.js'
import { caseFile, cases, takeInCase } from './cases.js'
import { cellsOf, type FoundCell } from './cell-in-file.js'
import { datasets } from './datasets.js'

/** Every case of which rows are accepted, but for one that no other reader can open. */
const read = cases.filter((name) => name !== 'part-in-utf16')

/** The cell in which a figure of an accepted row stands, by the file's column places alone: what lineage tells a reader. */
function placeOf({ columns }: IntakeResult, { sheet, table_number, row_number }: AcceptedRow, column: string) {
  const places = columns.filter(
    (place) => place.sheet === sheet && place.table_number === table_number && place.column === column,
  )
  if (places.length > 1) throw new Error(`${column} stands in ${places.length} places`)
  return places[0] === undefined ? null : { ...places[0], cell: `${places[0].letters}${row_number}` }
}

/** Text as people compare it: full-width signs as plain ones, no blanks, no thousands separators. */
const plainly = (text: string) =>
  [...text]
    .map((sign) => (sign >= '！' && sign <= '～' ? String.fromCharCode(sign.charCodeAt(0) - 0xfee0) : sign))
    .join('')
    .replace(/[\s,'¥]/g, '')

/** Whether what stands in a cell means the stored value. `factor` is that of the column's heading. Written without intake's reading of values. */
function means(found: FoundCell, value: CellValue, column: Column, factor: number, stated: string | null): boolean {
  const text = plainly(found instanceof Date ? found.toISOString().slice(0, 10) : String(found ?? ''))
  if (value === null) return stated === null ? text === '' : text !== '' && !/\d/.test(text)
  switch (column.kind) {
    case 'text':
      return plainly(String(value)) === text
    case 'code':
      return text === value || Object.entries(column.codes).some(([word, code]) => word === text && code === value)
    case 'date': {
      if (/^\d{5}$/.test(text))
        return new Date((Number(text) - 25_569) * 86_400_000).toISOString().startsWith(`${value}`)
      const numbers = /^\d{8}$/.test(text) ? [text.slice(0, 4), text.slice(4, 6), text.slice(6)] : text.match(/\d+/g)
      return numbers?.slice(0, 3).map(Number).join('-') === String(value).split('-').map(Number).join('-')
    }
    default: {
      const [, digits = '', unit = ''] = /^([+-]?\d+(?:\.\d+)?)(\D*)$/.exec(text) ?? []
      const own = Object.entries(column.other_units).find(([name]) => plainly(name) === unit)?.[1]
      const worth = unit === '' ? factor : (own ?? 1)
      return digits !== '' && Math.abs(Number(digits) * worth - Number(value)) < 0.006
    }
  }
}

test('every figure of every accepted row stands in the cell that the column places name', async () => {
  let [checked, withFigure, inPanels, inWorkbooks, files] = [0, 0, 0, 0, 0]
  for (const name of read) {
    const result = await takeInCase(name)
    if (result.accepted.length === 0) continue
    files += 1
    const file = caseFile(name)
    const cellAt = await cellsOf(file.name, file.bytes)
    const dataset = datasets.find(({ id }) => id === result.dataset)
    for (const row of result.accepted) {
      for (const column of dataset?.columns ?? []) {
        const place = placeOf(result, row, column.name)
        const value = row.values[column.name] ?? null
        if (place === null) {
          // A column that the file does not have.
          expect(value, `${name} ${column.name}`).toBeNull()
          continue
        }
        const conversion = result.conversions.find(
          ({ sheet, column: of, cell }) =>
            sheet === row.sheet && of === column.name && cell.replace(/\d+$/, '') === place.letters,
        )
        const found = cellAt(row.sheet, place.cell)
        const isThere = means(found, value, column, conversion?.factor ?? 1, row.nothing[column.name] ?? null)
        const said = `${name} ${row.sheet ?? ''}!${place.cell} ${column.name}: found ${found}, stored ${value}`
        expect(isThere, said).toBe(true)
        checked += 1
        if (value !== null && value !== 0) withFigure += 1
        if (row.table_number !== null) inPanels += 1
        if (row.sheet !== null) inWorkbooks += 1
      }
    }
  }
  expect(files).toBeGreaterThan(80)
  expect(checked).toBeGreaterThan(2000)
  // A nought may stand in any cell: most of what was compared says something.
  expect(withFigure).toBeGreaterThan(checked / 2)
  expect(inPanels).toBeGreaterThan(20)
  expect(inWorkbooks).toBeGreaterThan(200)
})

test('the heading named is one that stands over the figures, above the rows', async () => {
  for (const name of read) {
    const result = await takeInCase(name)
    if (result.accepted.length === 0) continue
    const file = caseFile(name)
    const cellAt = await cellsOf(file.name, file.bytes)
    for (const { sheet, letters, header } of result.columns) {
      expect(header, name).not.toBe('')
      const first = Math.min(...result.accepted.filter((row) => row.sheet === sheet).map((row) => row.row_number), 60)
      const above = Array.from({ length: first }, (_, row) => String(cellAt(sheet, `${letters}${row + 1}`) ?? ''))
      const last = plainly(header.split('-').at(-1) ?? '')
      const stands = above.some((text) => plainly(text).includes(last.replace(/[(（].*$/, '')))
      expect(stands, `${name} ${letters}: ${header} is none of ${above.filter(Boolean)}`).toBe(true)
    }
  }
})

test('a heading keeps the words of the return and units, never what else somebody wrote into it', () => {
  const column = coverage.columns.find(({ name }) => name === 'nonpublic_org_single') as Column
  const said = (...path: string[]) => headingAsRead(path, column, coverage)
  expect(said('非公有制企业', '单独组建企业数')).toBe('单独组建企业数')
  expect(said('3. 单独组建企业数（家）')).toBe('3. 单独组建企业数（家）')
  expect(said('王五 填 13800001234', '非公企业单独组建数（张三，13800001234）')).toBe('非公企业单独组建数')
  const words = [...'单独组建企业数家（）()【】-、：'].join('')
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.constantFrom('（', '(', '【', '['), (remark, open) => {
      const header = said(`单独组建企业数${open}${remark.replace(/[（）()[\]【】\n]/g, '')}`)
      expect([...header].filter((sign) => !words.includes(sign) && !/[[\]]/.test(sign))).toEqual([])
    }),
  )
})
