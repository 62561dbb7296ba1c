import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { topics } from '../../pipelines/index.js'
import type { QualityData } from '../../src/domain/quality-data.js'
import { qualityData } from '../../src/extracts/quality.js'
import { withoutPersonalNumbers } from '../../src/intake/table/personal.js'
import type { Warehouse } from '../../src/warehouse/warehouse.js'
import { type TinyFile, tinyWarehouse } from '../warehouse/tiny.js'

const coverage = (unit: string, received_at: string, period: string, ...regions: string[]): TinyFile => ({
  dataset: 'coverage',
  unit,
  received_at,
  rows: regions.map((region) => [region, period, { nonpublic_total: 7 }]),
})
const stipend = (received_at: string): TinyFile => ({
  dataset: 'stipend',
  unit: '990101',
  received_at,
  rows: [
    ['990101001', '2026-02', { posts: 3, paid_total_yuan: 9000, lowest_yuan_per_month: null }],
    ['990101002', '2026-02', { posts: 2, lowest_yuan_per_month: null, highest_yuan_per_month: null }],
  ],
})

// Due on 5 March. 甲区 sends half of coverage, and stipends twice; 丁区 sends coverage after midnight, and no stipends.
const files = [
  coverage('990101', '2026-03-04T00:00:00.000Z', '2026-02', '990101001'),
  coverage('990104', '2026-03-05T16:30:00.000Z', '2026-02', '990104001', '990104002'),
  stipend('2026-03-02T00:00:00.000Z'),
  stipend('2026-03-09T00:00:00.000Z'),
  coverage('990101', '2026-02-04T00:00:00.000Z', '2026-01', '990101001', '990101002'),
]
const idOf = (seq: number) => `${seq}00000000000`

let warehouse: Warehouse
let data: QualityData
beforeAll(async () => {
  warehouse = (await tinyWarehouse(files, { period: '2026-02' })).warehouse
  const finding = (id: string, cell: string, code: string, severity: string, explanation: string | null = null) =>
    `('${id}', 'Sheet1', ${cell.slice(1)}, 'x', '${cell}', 'y', '${code}', '${severity}', '${cell}有误', '${cell} is wrong',
      ${explanation === null ? 'null' : `'${explanation}'`})`
  const received = (
    id: string,
    seq: number,
    dataset: string,
    unit: string,
    period: string,
    name: string,
    day: string,
  ) =>
    `('${id}', ${seq}, ${dataset}, ${unit}, ${period}, timestamp '${day} 00:00:00', '${name}', '', 'refused', 2, 0, 2, null,
      date '${day}', null)`
  await warehouse.run(`
    update raw.submissions set verdict = 'partly_accepted', rows_in = 3, rows_rejected = 2 where seq = 0;
    update raw.submissions set verdict = 'accepted_with_warnings' where seq = 2;
    insert into raw.submissions values
      ${received('aaaaaaaaaaaa', 5, 'null', 'null', 'null', 'C:\\in\\说明_13800001234.xls', '2026-03-06')},
      ${received('bbbbbbbbbbbb', 6, 'null', 'null', 'null', 'earlier.xls', '2026-02-28')},
      ${received('cccccccccccc', 7, "'coverage'", "'990104'", "'2026-02'", 'inbox/丁区.csv', '2026-03-10')};
    insert into raw.rejects values
      ${finding(idOf(0), 'D7', 'not_a_count', 'reject')},
      ${finding(idOf(0), 'D8', 'not_a_count', 'reject')},
      ${finding(idOf(0), 'C9', 'jump', 'warn')},
      ${finding(idOf(0), 'C8', 'jump', 'warn', '企业注销，电话13800001234')},
      ${finding(idOf(1), 'C7', 'jump', 'warn')},
      ${finding(idOf(2), 'C7', 'jump', 'warn', '已被后来的文件取代')},
      ${Array.from({ length: 40 }, (_, row) => finding('cccccccccccc', `E${row + 10}`, 'blank_required', 'reject')).join(', ')};
    insert into raw.conversions values ('${idOf(3)}', 'Sheet1', 'paid_total_yuan', 'F4', '万元', '元', 10000);
    insert into raw.nothings values
      ('${idOf(3)}', 'Sheet1', 2, '990101001', '2026-02', 'lowest_yuan_per_month', 'withheld'),
      ('${idOf(3)}', 'Sheet1', 3, '990101002', '2026-02', 'lowest_yuan_per_month', 'not_applicable'),
      ('${idOf(2)}', 'Sheet1', 2, '990101001', '2026-02', 'lowest_yuan_per_month', 'withheld')`)
  data = await qualityData(warehouse, topics, '2026-02', withoutPersonalNumbers)
})
afterAll(() => warehouse.close())

test('every return of every county has a state: its latest file’s, or that nothing came', () => {
  expect(
    data.cells.map((cell) => [cell.dataset, cell.region_code, cell.state, cell.received_on, cell.is_late]),
  ).toEqual([
    ['coverage', '990101', 'partly_accepted', '2026-03-04', false],
    // Its first file came half an hour after midnight of the 5th, where it was received; a second one was refused.
    ['coverage', '990104', 'refused', '2026-03-06', true],
    // A correction that comes after the deadline does not make it late.
    ['stipend', '990101', 'accepted', '2026-03-02', false],
    ['stipend', '990104', 'missing', null, false],
  ])
})

describe('the files', () => {
  test('are those about the month, in the order of receipt, and those nobody can place that came the month after', () => {
    expect(data.files.map(({ submission_id, file_name }) => [submission_id.slice(0, 2), file_name])).toEqual([
      ['00', '0.csv'],
      ['10', '1.csv'],
      ['20', '2.csv'],
      ['30', '3.csv'],
      ['aa', '说明_***.xls'],
      ['cc', '丁区.csv'],
    ])
  })

  test('count rows and what is to be done; a warning with a reason given is settled', () => {
    expect(data.files[0]).toMatchObject({
      rows: { in: 3, loaded: 1, rejected: 2 },
      to_correct: 2,
      to_explain: 1,
      explained: 1,
    })
    for (const { rows } of data.files) expect(rows.in).toBe(rows.loaded + rows.rejected)
  })

  test('name the file before them, which then no longer matters', () => {
    expect(data.files.map(({ follows, is_superseded }) => [follows, is_superseded])).toEqual([
      [null, false],
      [null, true],
      [null, true],
      [idOf(2), false],
      [null, false],
      [idOf(1), false],
    ])
  })

  test('say why by rule, what to correct first, with the first places of each', () => {
    expect(data.files[0]?.reasons).toEqual([
      {
        code: 'not_a_count',
        severity: 'reject',
        count: 2,
        places: [
          { sheet: 'Sheet1', cell: 'D7', message: { zh: 'D7有误', en: 'D7 is wrong' } },
          { sheet: 'Sheet1', cell: 'D8', message: { zh: 'D8有误', en: 'D8 is wrong' } },
        ],
      },
      {
        code: 'jump',
        severity: 'warn',
        count: 1,
        places: [{ sheet: 'Sheet1', cell: 'C9', message: { zh: 'C9有误', en: 'C9 is wrong' } }],
      },
    ])
    const [many] = data.files.at(-1)?.reasons ?? []
    expect(many).toMatchObject({ code: 'blank_required', count: 40 })
    expect(many?.places.map(({ cell }) => cell)).toEqual(Array.from({ length: 12 }, (_, row) => `E${row + 10}`))
    expect(data.files[1]?.reasons).toEqual([])
  })
})

test('rules are counted over the files that count only', () => {
  expect(data.rules.map(({ code, count, explained, files }) => [code, count, explained, files])).toEqual([
    ['blank_required', 40, 0, 1],
    ['jump', 2, 1, 1],
    ['not_a_count', 2, 0, 1],
  ])
})

test('reasons given are told in the sender’s words, without a number of a person', () => {
  expect(data.explanations).toEqual([
    {
      submission_id: idOf(0),
      sheet: 'Sheet1',
      cell: 'C8',
      message: { zh: 'C8有误', en: 'C8 is wrong' },
      explanation: '企业注销，电话***',
    },
  ])
})

test('conversions name the column in words', () => {
  expect(data.conversions).toMatchObject([
    {
      submission_id: idOf(3),
      cell: 'F4',
      header: { zh: '当月应发总额' },
      stated: '万元',
      unit: { zh: '元' },
      factor: 10_000,
    },
  ])
})

test('a zero, a blank, 无此项 and 保密 are counted apart, in the rows in force', () => {
  // Two rows of six: posts 3 and 2, 9000 paid; two blanks of three are explained; zero is what is left of twelve.
  expect(data.returns.find(({ dataset }) => dataset === 'stipend')).toMatchObject({
    rows: 2,
    cells: { figure: 3, zero: 6, blank: 1, not_applicable: 1, withheld: 1 },
  })
})

test('a county’s return may come within a file of the whole city, and is due when the last period of it is', async () => {
  const rows = ['2026-01', '2026-02'].flatMap((period): TinyFile['rows'] => [
    ['990101001', period, {}],
    ['990101002', period, {}],
    ['990104001', period, {}],
  ])
  const whole = { dataset: 'coverage', unit: '990100', received_at: '2026-03-04T00:00:00.000Z', rows }
  const { warehouse: city } = await tinyWarehouse([whole], { period: '2026-02' })
  const { cells, files: received } = await qualityData(city, topics, '2026-01', (text) => text)
  await city.close()
  expect(received.map(({ period }) => period)).toEqual(['2026-01/2026-02'])
  expect(cells).toEqual([
    {
      dataset: 'coverage',
      region_code: '990101',
      state: 'accepted',
      received_on: '2026-03-04',
      is_late: false,
      submission_id: null,
    },
    // One of its two townships is missing; the day is after the due day of January, not after that of the file.
    {
      dataset: 'coverage',
      region_code: '990104',
      state: 'partly',
      received_on: '2026-03-04',
      is_late: false,
      submission_id: null,
    },
  ])
})
