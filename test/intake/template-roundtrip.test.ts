import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import { topics } from '../../pipelines/index.js'
import { isKeyed } from '../../src/domain/dataset.js'
import { parseFormula, reachOf } from '../../src/domain/formula.js'
import type { Finding } from '../../src/domain/reject.js'
import { cellAt, type Grid } from '../../src/intake/reading/grid.js'
import { takeIn } from '../../src/intake/take-in.js'
import { writeTemplate } from '../../src/intake/writing/workbook-new.js'
import { datasets } from './datasets.js'
import { fillIn, goodRows, periods, type Typed, templateOf } from './fill-template.js'
import { office, savedByOffice } from './office.js'
import { opened } from './opened.js'
import { before, cases, known, made, regions, townships } from './template-cases.js'

/** Title, unit, hint, and two rows of headings: last period's values have a group. */
const rowsAbove = 5

describe.skipIf(office === null)('opened, computed and saved by an office program', () => {
  let saved: Record<string, Uint8Array> = {}
  beforeAll(async () => {
    const books: Record<string, Uint8Array> = {}
    for (const [id, dataset, period, last, rows] of cases) {
      const list = townships(rows.length + 1)
      const values = new Map(list.map(({ region_code }) => [region_code, before[id] ?? {}]))
      const template = templateOf(dataset, '990401', period, list, { period: last, values })
      // One row more than there are cases stays as it was handed out.
      books[`cases-${id}`] = await writeTemplate(fillIn(template, (row) => rows[row] ?? null))
    }
    for (const { dataset } of topics) {
      const { id, grain, frequency } = dataset
      // A list is made for one county: its rows are its lines.
      const region =
        grain === 'nation' ? '000000' : isKeyed(dataset) ? '990322' : grain === 'county' ? '990300' : '990322'
      const template = templateOf(dataset, region, periods[frequency], regions)
      const filled = fillIn(template, (row) => (isKeyed(dataset) && row > 0 ? null : { values: goodRows[id] ?? [] }))
      books[`good-${id}`] = await writeTemplate(filled)
    }
    saved = await savedByOffice(books)
  }, 120_000)

  test.each(topics.map(({ dataset }) => dataset.id))('%s, filled in well, passes without a finding', async (id) => {
    const file = { name: '报表.xlsx', bytes: saved[`good-${id}`] as Uint8Array }
    const { findings, verdict, rows } = await takeIn(file, { datasets, regions })
    expect(findings).toEqual([])
    expect([verdict, rows.rejected]).toEqual(['accepted', 0])
    const form = (await opened(file.bytes)).grids[0] as Grid
    if (id === 'coverage') {
      expect(cellAt(form.rows[8], 0).text).toBe('合计')
      expect(cellAt(form.rows[8], 2).value).toBe(360)
      expect(cellAt(form.rows[8], 16).text).toBe('已填对 3 行，共 3 行')
    }
  })

  test.each(cases)('%s: the check column and intake say the same of every row', async (id, dataset, _, __, typed) => {
    const bytes = saved[`cases-${id}`] as Uint8Array
    const list = townships(typed.length + 1)
    const { findings } = await takeIn(
      { name: '报表.xlsx', bytes },
      { datasets: [...datasets, made], regions: list, known },
    )
    const form = (await opened(bytes)).grids[0] as Grid
    const check = form.rows[3]?.cells.findIndex(({ text }) => text === '校验') ?? -1
    const beginnings = { reject: '错误：', warn: '提醒：' }
    const sentences = new Map(
      dataset.checks
        .filter(({ formula }) => reachOf(parseFormula(formula)) === 'row')
        .map(({ id, severity, sentence }) => [id, `${beginnings[severity]}${sentence.zh}`]),
    )
    const told = [...typed, null].map((row, index) => {
      const number = rowsAbove + 1 + index
      const said = cellAt(form.rows[number - 1], check).text
      const about = findings.filter((finding) => finding.row === number).toSorted(rejectsFirst)
      return {
        number,
        said,
        expected: expectedOf(about, row),
        sentence: row?.explanation ? undefined : sentences.get(about[0]?.code ?? ''),
      }
    })
    for (const { number, said, expected, sentence } of told) {
      expect(said, `row ${number}`).toMatch(expected)
      if (sentence) expect(said, `row ${number}`).toBe(sentence)
    }
    // Every check of the return was told of, so that none of them agrees by saying nothing.
    for (const sentence of sentences.values()) expect(told.map(({ said }) => said)).toContain(sentence)
  })

  // A program without a window keeps no panes: what is frozen is a matter of the view.
  test('limits, locks, colours and the print set-up are still there', async () => {
    const { sheets } = await readXlsx(saved['cases-coverage'] as Uint8Array, { readStyles: true })
    const [form, guide, stamp] = sheets
    expect([form?.name, guide?.name, stamp?.name]).toEqual(['填报表', '填报说明', '_jiceng'])
    expect(Boolean(stamp?.hidden || stamp?.veryHidden)).toBe(true)
    expect(form?.protection?.sheet).toBe(true)
    expect(form?.cells?.get('5,2')?.style?.protection?.locked).toBe(false)
    expect(form?.cells?.get('5,0')?.style?.protection?.locked).not.toBe(false)
    expect(form?.dataValidations?.filter(({ type }) => type === 'whole').length).toBeGreaterThan(0)
    expect(form?.dataValidations?.[0]?.errorMessage).toContain('整数')
    expect(form?.conditionalRules?.length).toBeGreaterThan(14 + 10)
    expect(form?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', fitToWidth: 1 })
    expect(form?.pageSetup?.printTitlesRow).toBe('$4:$5')
    const village = (await readXlsx(saved['good-income'] as Uint8Array, { readStyles: true })).sheets[0]
    expect(village?.dataValidations?.find(({ type }) => type === 'list')?.values).toEqual(['是', '否'])
  })
})

const rejectsFirst = (one: Finding, other: Finding) => one.severity.localeCompare(other.severity)

/** What the check column must say of a row, given what intake found on it. */
function expectedOf(findings: readonly Finding[], typed: Typed | null): RegExp {
  if (typed === null) return /^待填$/
  if (findings.some(({ code }) => code === 'blank_required')) return /^未填完：还差 1 格$/
  if (findings.some(({ severity }) => severity === 'reject')) return /^错误：/
  if (findings.length === 0) return /^正确$/
  return typed.explanation ? /^已说明$/ : /^提醒：/
}
