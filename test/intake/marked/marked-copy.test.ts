import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { stipend } from '../../../pipelines/stipend/return.js'
import { maxListed } from '../../../src/intake/finding-list.js'
import { makeMarkedCopy } from '../../../src/intake/marked/marked-copy.js'
import { maxBytes } from '../../../src/intake/reading/open-file.js'
import { rewriteZip } from '../../../src/intake/writing/rewrite-zip.js'
import { cell, commentsOf, context, copyOf, fileOf, fillOf, judged, read, sheetOf, textFile } from './copies.js'
import { coverageForm, stipendText } from './returns.js'

const [red, amber] = ['FFC7CE', 'FFE699']
const form = async () => ({ name: '东城区2026年10月.xlsx', bytes: await coverageForm() })

describe('a workbook', () => {
  test('comes back with the wrong cells coloured and commented', async () => {
    const sheet = sheetOf(await read((await copyOf(await form())).bytes), '覆盖情况')
    const comments = commentsOf(sheet)
    expect(Object.keys(comments).sort()).toEqual(['D8', 'E7', 'H10', 'K10'])
    expect(comments.E7).toMatch(/^【须改正】“约50”.*（E7）/)
    expect(comments.K10).toMatch(/^【请说明】.*为 79，各行相加为 69/)
    expect(cell(sheet, 'E7')?.comment?.author).toBe('基层统计')
    expect(['E7', 'D8', 'H10', 'K10', 'E8'].map((address) => fillOf(sheet, address))).toEqual([
      ...[red, red, amber, amber],
      undefined,
    ])
  })

  test('keeps its layout to the last border: only fill and comment of the marked cells differ', async () => {
    const original = sheetOf(await read(await coverageForm()), '覆盖情况')
    const copied = sheetOf(await read((await copyOf(await form())).bytes), '覆盖情况')
    const marked = ['6,4', '7,3', '9,7', '9,10']
    for (const key of marked) {
      const { comment, style: { fill, ...style } = {}, ...rest } = copied.cells?.get(key) ?? { value: null }
      expect({ ...rest, style }).toEqual(original.cells?.get(key))
      copied.cells?.set(key, { ...rest, style } as never)
    }
    // The line about persons is the one thing that is not kept.
    for (const { cells, rows } of [original, copied]) {
      cells?.delete('1,8')
      rows[1]?.fill(null)
      // What has no format is compared as a value, by row.
      for (const [key, { style }] of cells ?? []) if (!style) cells?.delete(key)
    }
    expect(copied).toEqual(original)
  })

  test('has an index in front that leads to every place', async () => {
    const workbook = await read((await copyOf(await form())).bytes)
    const [index] = workbook.sheets
    expect(index?.name).toBe('退回说明')
    const texts = index?.rows
      .flat()
      .filter((value) => typeof value === 'string')
      .join('\n')
    expect(texts).toContain('东城区2026年10月.xlsx')
    expect(texts).toContain('填报单位：东城区（990301）　　报告期：2026年10月')
    expect(texts).toContain('收到 3 行，入库 1 行，退回 2 行')
    expect(texts).toContain('改好后直接把本文件交回即可')
    const [header, ...lines] = (index?.rows ?? []).slice(5)
    expect(header?.slice(0, 6)).toEqual(['序号', '须改正/请说明', '位置', '原文', '问题和改法', '情况说明'])
    expect(lines.map((line) => line.slice(0, 4))).toEqual([
      [1, '请说明', '覆盖情况!H10', '40'],
      [2, '请说明', '覆盖情况!K10', '79'],
      [3, '须改正', '覆盖情况!E7', '约50'],
      [4, '须改正', '覆盖情况!D8', '80'],
    ])
    const links = lines.map((_, row) => index?.cells?.get(`${row + 6},2`)?.hyperlink?.location)
    expect(links).toEqual(["'覆盖情况'!H10", "'覆盖情况'!K10", "'覆盖情况'!E7", "'覆盖情况'!D8"])
    expect(index?.freezePane?.rows).toBe(6)
    expect(index?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', printTitlesRow: '$6:$6' })
    expect(index?.columns?.[6]?.hidden).toBe(true)
  })

  test('says in a very hidden sheet what it is', async () => {
    const file = await form()
    const { receipt } = await judged(file)
    const stamp = sheetOf(await read((await copyOf(file)).bytes), '_jiceng')
    expect(stamp.veryHidden).toBe(true)
    const rows = { kind: 'marked', version: '1', sha256: receipt.sha256, dataset: 'coverage', region_code: '990301' }
    expect(Object.fromEntries(stamp.rows)).toEqual({ ...rows, period: '2026-10' })
  })

  test('a finding inside a merged heading stands where the merged cell shows', async () => {
    const sheet = sheetOf(await read((await copyOf(await formWith('R4', '联系方式'))).bytes), '覆盖情况')
    // The lowest header row is 5, and R4:R5 is one cell.
    expect(Object.keys(commentsOf(sheet))).toContain('R4')
    expect(fillOf(sheet, 'R4')).toBe(red)
    // White words would not be read on light red.
    expect(cell(sheet, 'R4')?.style?.font?.color?.rgb).toBe('000000')
  })
})

describe('a text file', () => {
  test('becomes a workbook in which every record stands on the row of its line', async () => {
    const sheet = sheetOf(await read((await copyOf(textFile('东城区2026年10月.csv', stipendText))).bytes), '报表')
    expect(Object.keys(commentsOf(sheet)).sort()).toEqual(['B7', 'C4'])
    expect(cell(sheet, 'C4')?.value).toBe('待核')
    expect(sheet.rows[3]?.slice(0, 4)).toEqual([990301001, '城关街道', '待核', 19000])
    expect((sheet.rows[4] ?? []).every((value) => value === null)).toBe(true)
    expect(sheet.rows[5]?.[1]).toBe('柳林镇')
    expect(sheet.rows[6]?.[1]).toBe('白马真')
  })

  test('never gives a formula, whatever a text begins with', async () => {
    const odd = ["=cmd|' /C calc'!A0", '+1+1', '-2+3', '@SUM(A1)', '=1', '\t=1', '-5', '+86']
    const text = `2026年10月\n地区名称,${stipend.columns.map(({ header }) => header.zh).join(',')},备注\n`
    const lines = odd.map((one) => `没有的镇,10,19000,0,1800,2000,0,"${one}"\n`)
    const { bytes } = await copyOf(textFile('东城区.csv', text + lines.join('')))
    const workbook = await readXlsx(bytes, { readStyles: true })
    for (const { cells } of workbook.sheets)
      for (const { formula } of cells?.values() ?? []) expect(formula).toBeUndefined()
    const sheet = sheetOf(workbook, '报表')
    const values = odd.map((_, index) => cell(sheet, `H${index + 3}`)?.value ?? sheet.rows[index + 2]?.[7])
    // What is a number and nothing else may be one.
    expect(values).toEqual(odd.map((one) => (one === '-5' ? -5 : one)))
    expect(cell(sheet, 'H3')?.style?.numFmt).toBe('@')
  })

  test('codes of twelve digits, zeros in front and zeros at the end stay as written', async () => {
    const text = '2025年\n村名称,集体经济总收入,备注\n没有的村,990322001001,007\n没有的村,1.10,12345678901\n'
    const { rows } = sheetOf(await read((await copyOf(textFile('孟河县.csv', text))).bytes), '报表')
    expect(rows.slice(2).map((row) => row.slice(1))).toEqual([
      ['990322001001', '007'],
      ['1.10', 12345678901],
    ])
  })
})

describe('of a file that was not opened', () => {
  test.each(['encrypted-workbook', 'old-workbook', 'broken-workbook', 'not-a-table', 'nothing-in-it'])(
    '%s: there is the index alone',
    async (name) => {
      const { sheets } = await read((await copyOf(fileOf(name))).bytes)
      expect(sheets.map((sheet) => sheet.name)).toEqual(['退回说明', '_jiceng'])
      expect(JSON.stringify(sheets[0]?.rows)).toContain('只有这一张说明')
    },
  )

  test('its bytes are not read', async () => {
    const hostile = await judged(fileOf('encrypted-workbook'))
    const trap = new Proxy(hostile.file.bytes, {
      get: (bytes, key) => (key === 'length' ? bytes.length : expect.fail(`read ${String(key)}`)),
    })
    expect(await makeMarkedCopy({ ...hostile, file: { ...hostile.file, bytes: trap } }, context)).not.toBeNull()
  })

  test('a file beyond the careful path is not copied, and the index says so', async () => {
    const one = await judged(textFile('东城区2026年10月.csv', stipendText))
    const large = { ...one.file, bytes: new Uint8Array(maxBytes + 1) }
    const receipt = { ...one.receipt, bytes: maxBytes + 1 }
    const bytes = await makeMarkedCopy({ ...one, receipt, file: large }, context)
    const { sheets } = await read(bytes ?? new Uint8Array())
    expect(sheets).toHaveLength(2)
    expect(JSON.stringify(sheets[0]?.rows)).toContain('没有附上原表')
  })
})

test('of thousands of findings the first thousand are marked, and the index says so', async () => {
  const row = '没有的镇,10,19000,0,1800,2000,0\n'
  const header = `2026年10月\n地区名称,${stipend.columns.map(({ header }) => header.zh).join(',')}\n`
  const { bytes } = await copyOf(textFile('东城区.csv', header + row.repeat(2600)))
  const { sheets } = await read(bytes)
  const marked = Object.keys(commentsOf(sheets[1] as (typeof sheets)[0]))
  // All rows are refused, and before them nothing is told.
  expect(marked).toHaveLength(maxListed)
  expect(JSON.stringify(sheets[0]?.rows)).toContain('另有 1600 行也有问题')
}, 30_000)

async function formWith(address: 'R4', text: string) {
  const { corrected } = await import('./copies.js')
  return {
    name: '东城区2026年10月.xlsx',
    bytes: await corrected(await coverageForm(), { 覆盖情况: { [address]: text } }),
  }
}

test('comment boxes are as large as their text needs', async () => {
  const boxes: Record<string, number[]> = {}
  rewriteZip((await copyOf(await form())).bytes, (path) =>
    /vmlDrawing2/.test(path)
      ? (drawing) => {
          for (const [, size, , row, at] of drawing.matchAll(
            /width:[\d.]+pt;height:([\d.]+)pt.*?<x:Anchor>([^<]*)<.*?<x:Row>(\d+)<.*?<x:Column>(\d+)</gs,
          ))
            boxes[`${row},${at}`] = [Number(size)]
          return drawing
        }
      : null,
  )
  expect(Object.keys(boxes).sort()).toEqual(['6,4', '7,3', '9,10', '9,7'])
  // The sentence of D8 takes four lines, that of K10 two, and no box is lower than three: 19 pixels each, and 12 around.
  expect([boxes['7,3'], boxes['9,10']]).toEqual([[(5 * 19 + 12) * 0.75], [(3 * 19 + 12) * 0.75]])
})
