import { createHash } from 'node:crypto'
import { readXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { generateSample, type SampleFile } from '../../data/sample/generate.js'

const to = '2026-10'
const files = await generateSample({ to })
const at = (path: string): SampleFile => {
  const file = files.find((candidate) => candidate.path === path)
  if (!file) throw new Error(`no such file: ${path}`)
  return file
}
const textOf = (path: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(at(path).bytes)
const lastMonth = (title: string) => files.filter(({ path }) => path.startsWith(`inbox/${to}/`) && path.includes(title))

test('the same month gives the same bytes', async () => {
  const digest = (made: readonly SampleFile[]) =>
    made.map(({ path, bytes, received_at }) => [path, received_at, createHash('sha256').update(bytes).digest('hex')])
  expect(digest(await generateSample({ to }))).toEqual(digest(files))
})

test('an earlier end says the same of the months before it', async () => {
  const earlier = await generateSample({ to: '2019-03' })
  for (const path of ['inbox/history/河州市_非公企业和社会组织覆盖情况_2018年.csv', 'reference/regions.csv'])
    expect(earlier.find((file) => file.path === path)?.bytes).toEqual(at(path).bytes)
  // 15 counties with two returns each, one of them twice.
  expect(earlier.filter(({ path }) => path.startsWith('inbox/2019-03/'))).toHaveLength(31)
})

test('a month before the sample begins is refused', async () => {
  await expect(generateSample({ to: '2017-12' })).rejects.toThrow('2017-12')
})

test('14 coverage and 13 stipend returns in the last month, one corrected, and a letter; no two at the same time', () => {
  expect(lastMonth('覆盖情况')).toHaveLength(14 + 1)
  expect(lastMonth('书记报酬')).toHaveLength(13 + 1)
  const returns = files.filter(({ received_at }) => received_at !== null)
  expect(new Set(returns.map(({ path }) => path)).size).toBe(returns.length)
  expect(new Set(returns.map(({ received_at }) => received_at)).size).toBe(returns.length)
})

test('the last month comes between 2 and 9 November, three files after the 5th', () => {
  const days = files
    .filter(({ path }) => path.startsWith(`inbox/${to}/`))
    .map(({ received_at }) => received_at?.slice(0, 10) ?? '')
  expect(days.every((day) => '2026-11-02' <= day && day <= '2026-11-09')).toBe(true)
  expect(days.filter((day) => day > '2026-11-05')).toHaveLength(3)
})

test('the correction comes after the file that it corrects and before the next', () => {
  expect(at('inbox/history/锦垣区_非公企业和社会组织覆盖情况_2025年6月_更正.csv').received_at).toBe(
    '2025-08-12T02:36:00Z',
  )
  expect(String(at('inbox/history/河州市_非公企业和社会组织覆盖情况_2025年上半年.csv').received_at) < '2025-08').toBe(
    true,
  )
})

test('the history is clean CSV under the Chinese headings', () => {
  const [heading = '', first = ''] = textOf('inbox/history/河州市_村级集体经济收入情况_2017年.csv').split('\n')
  expect(heading).toBe('报告期,行政区划代码,地区名称,集体经济总收入,其中：经营性收入,是否试点村,集体资产总额')
  expect(first).toMatch(/^2017,990302001001,.+,\d+,\d+,[是否],\d+$/)
})

describe('forms', () => {
  test('a workbook has a merged title, the unit line, two rows of headings, rows and a total', async () => {
    const { sheets } = await readXlsx(at(`inbox/${to}/宁皋区_非公企业和社会组织覆盖情况_2026年10月.xlsx`).bytes)
    const [sheet] = sheets
    const rows = sheet?.rows ?? []
    expect(sheet?.name).toBe('覆盖情况')
    expect(rows[0]?.[0]).toBe('宁皋区非公企业和社会组织党的组织和工作覆盖情况表（2026年10月）')
    expect([rows[1]?.[0], rows[1]?.[16]]).toEqual(['填报单位：宁皋区', '单位：家、个'])
    expect([rows[2]?.[0], rows[2]?.[3], rows[2]?.[10], rows[3]?.[3]]).toEqual([
      '序号',
      '非公有制企业',
      '社会组织',
      '企业总数',
    ])
    expect(sheet?.merges).toContainEqual({ startRow: 0, startCol: 0, endRow: 0, endCol: 16 })
    expect(sheet?.merges).toContainEqual({ startRow: 2, startCol: 3, endRow: 2, endCol: 9 })
    expect(sheet?.merges).toContainEqual({ startRow: 2, startCol: 1, endRow: 3, endCol: 1 })
    // 17 places, a 小计 under the 街道 and one under the rest, 合计.
    expect(rows).toHaveLength(4 + 17 + 3)
    const places = rows.slice(4).filter((row) => typeof row[1] === 'number')
    expect(places).toHaveLength(17)
    expect([rows.at(-1)?.[2], rows.at(-1)?.[3]]).toEqual(['合计', places.reduce((all, row) => all + Number(row[3]), 0)])
  })

  test('lowest and highest have no total, and the pay columns stand under one heading', async () => {
    const { sheets } = await readXlsx(at(`inbox/${to}/平畴县_村党组织书记报酬落实情况_2026年10月.xlsx`).bytes)
    const rows = sheets[0]?.rows ?? []
    expect(rows[2]?.slice(3, 9)).toEqual(['书记职数', '书记报酬', null, null, '低于标准职数', '拖欠职数'])
    expect(rows[3]?.slice(4, 7)).toEqual(['当月应发总额', '最低报酬', '最高报酬'])
    expect(rows.at(-1)?.slice(5, 7)).toEqual([null, null])
  })

  test('labels stand in their places: full lines over the corner, the day beside its label', async () => {
    const { sheets } = await readXlsx(at(`inbox/${to}/云硖县_非公企业和社会组织覆盖情况_2026年10月.xlsx`).bytes, {
      readStyles: true,
    })
    const rows = sheets[0]?.rows ?? []
    expect(rows[0]?.[0]).toBe('附件2')
    expect(rows[1]?.[0]).toMatch(/^河州市/)
    expect(rows[2]?.filter((cell) => cell !== null)).toEqual([
      '填报单位（盖章）：云硖县',
      '填报人：（略）',
      '联系电话：',
      '填报日期：',
      new Date('2026-11-02'),
    ])
    expect(rows[3]?.at(-1)).toBe('单位：家、个')
    expect(sheets.map(({ name }) => name)).toEqual(['Sheet1', '填报说明', 'Sheet2'])
  })

  test('text files are UTF-8 with or without a mark, or GB18030', () => {
    expect(textOf(`inbox/${to}/青埂县_非公企业和社会组织覆盖情况_2026年10月.csv`)).toMatch(
      /^\uFEFF青埂县.+（2026年10月）/,
    )
    expect(textOf(`inbox/${to}/石泓区_非公企业和社会组织覆盖情况_2026年10月.csv`)).toMatch(/^石泓区.+（2026年10月）/)
    const { bytes } = at(`inbox/${to}/双岘县_村党组织书记报酬落实情况_2026年10月.csv`)
    const [, unit = '', heading = ''] = iconv.decode(Buffer.from(bytes), 'gb18030').split('\r\n')
    expect(unit).toMatch(/^填报单位：双岘,.*,单位：元、人$/)
    expect(heading).toMatch(/^序号,行政区划代码,地区名称,书记职数,/)
  })
})
