import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { shortNameOf } from '../../data/sample/counties.js'
import { generateSample } from '../../data/sample/generate.js'
import { type PaperCell, papersOf, textOf } from './paper.js'

const files = (await generateSample({ to: '2026-10' })).filter(({ path }) => path.startsWith('inbox/2026-10/'))
const papers = (
  await Promise.all(files.map(async (file) => (await papersOf(file)).map((paper) => ({ ...paper, path: file.path }))))
).flat()
const rows = papers.flatMap(({ path, sheet, rows: own }) => own.map((cells, at) => ({ path, sheet, cells, at })))
const cells = rows.flatMap(({ path, cells: own }) => own.map((cell) => ({ path, cell })))
const texts = cells.flatMap(({ cell }) => (typeof cell === 'string' ? [cell] : []))
const workbooks = cells.filter(({ path }) => path.endsWith('.xlsx')).map(({ cell }) => cell)
const textFiles = files.filter(({ path }) => path.endsWith('.csv'))
const bytesBegin = (bytes: Uint8Array, ...start: number[]) => start.every((byte, at) => bytes[at] === byte)
const isUtf8 = (bytes: Uint8Array) => Buffer.from(textOf(bytes)).equals(Buffer.from(bytes))
/** What stands behind a label, in its own cell or in the next one that holds anything. */
const behind = (label: string): PaperCell[] =>
  rows.flatMap(({ cells: own }) =>
    own.flatMap((cell, at) => {
      if (typeof cell !== 'string' || !cell.startsWith(label)) return []
      return [cell.slice(label.length).replace(/^(（盖章）)?：?/, '') || (own[at + 1] ?? '')]
    }),
  )
const heads = (heading: string) => rows.filter(({ cells: own }) => own.includes(heading))
const merges = await Promise.all(
  files
    .filter(({ path }) => path.endsWith('.xlsx'))
    .map(async ({ bytes }) => (await readXlsx(bytes)).sheets[0]?.merges ?? []),
)

/** Section 4 of the catalog, line by line: every way in which real returns are untidy. */
const items: Record<string, () => boolean> = {
  'a workbook': () => files.filter(({ path }) => path.endsWith('.xlsx')).length >= 14,
  'text in UTF-8': () => textFiles.some(({ bytes }) => isUtf8(bytes) && !bytesBegin(bytes, 0xef, 0xbb, 0xbf)),
  'text in UTF-8 with a mark': () => textFiles.some(({ bytes }) => bytesBegin(bytes, 0xef, 0xbb, 0xbf)),
  'text in GB18030': () => textFiles.some(({ bytes }) => !isUtf8(bytes)),
  'a title over the table': () =>
    rows.some(({ at, cells: [first] }) => at === 0 && /情况表（2026年10月）$/.test(String(first))),
  'the title of the city on the form of a county': () => texts.some((text) => text.startsWith('河州市非公企业')),
  'a merged header of two rows': () =>
    merges.some(
      (own) =>
        own.some(({ startRow, endRow }) => endRow > startRow) &&
        own.some(({ startCol, endCol }) => endCol > startCol + 1),
    ),
  'a header of one row': () => rows.some(({ cells: own }) => own.includes('地区名称') && own.includes('企业总数')),
  '单位：万元 in a corner': () => texts.some((text) => text.startsWith('单位：万元')),
  '万元 in a heading': () => texts.includes('当月应发总额（万元）'),
  填报单位: () => behind('填报单位').includes('清渡区'),
  填报人: () => behind('填报人').length > 0,
  联系电话: () => behind('联系电话').length > 0,
  '填报日期 in words': () => behind('填报日期').includes('2026年11月2日'),
  '填报日期 as a serial number shown as a date': () => behind('填报日期').some((day) => day instanceof Date),
  // 46327 is 1 November 2026: 1 January 1970 is 25569, and 56 years with 14 leap days and 304 days of 2026 follow.
  '填报日期 as a bare serial number': () =>
    behind('填报日期').some((day) => typeof day === 'number' && day > 25_569 + 56 * 365 + 14 + 304 && day < 46_340),
  合计: () => texts.includes('合计'),
  '合计 over the rows': () => rows.some(({ cells: own, at }) => own.includes('合计') && at < 8),
  小计: () => texts.includes('街道小计'),
  'full-width digits': () => texts.some((text) => /^[０-９]{2,}$/.test(text)),
  'thousands separators in text': () =>
    texts.some((text) => /^\d{1,3}(,\d{3})+$/.test(text)) && workbooks.some((cell) => /^\d+,\d{3}$/.test(String(cell))),
  'units behind figures': () =>
    texts.some((text) => /^\d+家$/.test(text)) && texts.some((text) => /^\d+人$/.test(text)),
  约40: () => texts.includes('约40'),
  '约40%': () => texts.includes('约40%'),
  近30: () => texts.includes('近30'),
  '—': () => texts.includes('—'),
  '/': () => texts.includes('/'),
  待核: () => texts.filter((text) => text === '待核').length === 2,
  'a blank where a figure should be': () =>
    rows.some(
      ({ path, cells: own }) =>
        path.includes('非公') && /^990325\d{3}$/.test(String(own[1])) && own.slice(3, 17).includes(''),
    ),
  'a county by its short name': () =>
    behind('填报单位').includes('双岘') && texts.some((text) => text.startsWith('双岘非公企业')),
  'a county by its office': () => behind('填报单位').includes('中共望岭县委组织部'),
  'townships by their short names': () =>
    rows.some(
      ({ path, cells: own }) =>
        path.includes('望岭县') &&
        /^990321/.test(String(own[1])) &&
        String(own[2]) === shortNameOf(String(own[2])) &&
        String(own[2]).length === 2,
    ),
  'names padded with full-width blanks': () =>
    texts.some((text) => /^　.+(镇|乡|街道)$/.test(text)) && texts.some((text) => /^..　(镇|街道)$/.test(text)),
  'figures kept as text': () => workbooks.some((cell) => typeof cell === 'string' && /^\d{1,3}$/.test(cell)),
  'codes kept as numbers': () => workbooks.some((cell) => typeof cell === 'number' && /^9903\d{5}$/.test(String(cell))),
  'codes left out': () => rows.some(({ cells: own }) => own.includes('地区名称') && !own.includes('行政区划代码')),
  '甲 乙 丙 under the headings': () =>
    rows.some(({ cells: [a, b, c, d] }) => a === '甲' && b === '乙' && c === '丙' && String(d) === '1'),
  '序号, and a form without it': () => heads('序号').length < heads('地区名称').length && heads('序号').length > 0,
  备注: () => heads('备注').length > 0 && texts.includes('约40%为个体工商户转企'),
  'signatures under the table': () => behind('单位负责人').length > 0,
  'notes under the table': () =>
    texts.some((text) => text.startsWith('注：')) && texts.some((text) => text.startsWith('平衡关系：')),
  'blank rows inside': () =>
    rows.some(({ path, cells: own, at }) => path.includes('双岘县_非公') && at > 5 && own.every((cell) => cell === '')),
  'an empty sheet': () => papers.some(({ sheet, rows: own }) => sheet === 'Sheet2' && own.length === 0),
  'a sheet of instructions': () => papers.some(({ sheet, rows: own }) => sheet === '填报说明' && own.length > 1),
  'two files for one county': () => files.filter(({ path }) => path.includes('松陂县_非公')).length === 2,
  'a file without a table': () =>
    textFiles.some(({ bytes }) => textOf(bytes).includes('特此函告') && !textOf(bytes).includes('地区名称')),
}

test.each(Object.keys(items))('the last month holds %s', (item) => {
  expect(items[item]?.()).toBe(true)
})

test('no person is named and no number of one given, not even an invented one', () => {
  const labels = ['填报人', '联系电话', '单位负责人', '统计负责人', '填表人']
  for (const label of labels) for (const value of behind(label)) expect(['', '（略）'], label).toContain(value)
  const digits = cells.flatMap(({ cell }) => String(cell instanceof Date ? '' : cell).match(/\d{8,}/g) ?? [])
  expect(digits.filter((run) => !/^9903\d{5}$/.test(run))).toEqual([])
})
