import { describe, expect, test } from 'vitest'
import { topics } from '../../pipelines/index.js'
import { writeBrief } from '../../src/briefing/write-brief.js'
import type { Brief, BriefTable } from '../../src/domain/brief.js'
import { indicatorMeta } from '../../src/extracts/methodology.js'
import { alert, facts, figure, indicator, since } from './facts.js'

const tables = ({ sections }: Brief): BriefTable[] =>
  sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'))
const tableOf = (brief: Brief, id: string) => tables(brief).find((table) => table.id === id)
const texts = (table: BriefTable | undefined) => table?.rows.map(({ cells }) => cells.map(({ text }) => text.zh))

describe('the head', () => {
  test('is of the release: number, office, day', () => {
    const { head, title, notice, imprint } = writeBrief(facts())
    expect(head.name.zh).toBe('小城市基层统计月度通报')
    expect(head.issue).toEqual({ zh: '2026年第10期', en: 'No. 10 of 2026' })
    expect([head.office.zh, head.day.zh]).toEqual(['中共小城市委组织部', '2026年11月10日'])
    expect(title.zh).toBe('2026年10月基层统计情况通报')
    expect(notice?.zh).toContain('示例数据')
    expect(imprint.map(({ zh }) => zh).join()).toContain('第 2026-10-1 期')
  })

  test('a later release of the month replaces the earlier; real figures have no notice', () => {
    const { site } = facts()
    const { head, notice } = writeBrief(facts({ site: { ...site, release: '2026-10-3', sample: false } }))
    expect(head.issue.zh).toBe('2026年第10期（第3稿，替代前稿）')
    expect(notice).toBeNull()
  })
})

test('the first page, from beginning to end', () => {
  expect(writeBrief(facts()).summary.map(({ lead, text }) => (lead?.zh ?? '') + text.zh)).toEqual([
    '总体。3个县区中1个有主要指标达到严重，比上月减少1个；另有1个达到预警。',
    '覆盖率80.0%，比上月上升0.3个百分点，1个县区低于预警线。',
    '预警。本月新增预警1条，解除0条；未解除预警1条，涉及1个地区。',
    // 丙县 was beyond the line and has said nothing since.
    '清单增减。1项没有变化。',
    '数据。3个应报单位中2个报送齐全，1个有报表未报（丙县），1个迟报（乙县）。',
  ])
})

test('an indicator of no new figure is told by its value alone, at the end', () => {
  const base = facts()
  const yearly = indicator({ id: 'yearly', dataset: 'income', frequency: 'A', name: { zh: '空白村', en: 'Empty' } })
  const brief = writeBrief({
    ...base,
    site: { ...base.site, indicators: [yearly, ...base.site.indicators] },
    returns: [{ dataset: 'income', title: { zh: '收入表', en: 'Income' } }, ...base.returns],
    figures: [...base.figures, figure({ indicator_id: 'yearly', period: '2025', value: 3.1 })],
    before: [...base.before, { region_code: '990101', indicator_id: 'yearly', period: '2025', status: 'ok' }],
  })
  expect(brief.summary[1]?.text.zh).toMatch(/^覆盖率/)
  expect(brief.summary[2]).toEqual({
    lead: { zh: '本月没有新数的。', en: 'No new figure this month.' },
    text: { zh: '空白村（2025年）3.1%。', en: 'Empty (2025) 3.1%.' },
  })
})

describe('tables', () => {
  test('of the city: value, change in points, line, counties beyond it', () => {
    expect(texts(tableOf(writeBrief(facts()), 'figures'))).toEqual([
      ['覆盖率', '80.0%', '+0.3个百分点', '-2.5个百分点', '75%', '1/3'],
    ])
  })

  test('of the city: a table for each period, the month first; a year has no year before it besides', () => {
    const base = facts()
    const yearly = indicator({ id: 'yearly', frequency: 'A', name: { zh: '空白村', en: 'Empty' } })
    const brief = writeBrief({
      ...base,
      site: { ...base.site, indicators: [yearly, ...base.site.indicators] },
      figures: [...base.figures, figure({ indicator_id: 'yearly', period: '2025', value: 3.1, previous: since(5.2) })],
    })
    const [month, year] = tables(brief)
    expect([month?.caption.zh, year?.caption.zh]).toEqual(['小城市监测指标（2026年10月）', '小城市监测指标（2025年）'])
    expect(year?.columns.map(({ head }) => head.zh)).toEqual(['指标', '本期', '比上年', '预警线', '越线县区'])
    expect(texts(year)).toEqual([['空白村', '3.1%', '-2.1个百分点', '75%', '—']])
  })

  test('of the counties: what is not reported is no zero, what is beyond the line is marked, what is incomplete has a star', () => {
    const base = facts()
    const [city, first, second, third] = base.figures
    if (!city || !first || !second || !third) throw new Error('three counties')
    const figures = [
      { ...city, units_reported: 3 },
      first,
      { ...second, status: 'small_base' as const, numerator: 3, denominator: 7 },
      third,
    ]
    const table = tableOf(writeBrief({ ...base, figures }), 'coverage')
    expect(texts(table)).toEqual([
      ['甲区', '55.5'],
      ['乙县', '3/7'],
      ['丙县', '未报'],
      ['全市', '80.0*'],
    ])
    expect(table?.rows.map(({ cells }) => cells[1]?.status)).toEqual(['critical', null, null, null])
    expect(table?.note?.zh).toBe('▲ 严重；* 尚未报全；a/b 基数小，只列个数。')
    expect(table?.columns.map(({ head }) => head.zh)).toEqual(['县区', '覆盖（%）'])
  })

  test('of the counties: where there is nothing to count, it is neither missing nor zero', () => {
    const base = facts()
    const figures = base.figures.map((each) =>
      each.region_code === '990102'
        ? { ...each, status: 'small_base' as const, numerator: 0, denominator: 0, value: null }
        : each,
    )
    expect(texts(tableOf(writeBrief({ ...base, figures }), 'coverage'))?.[1]).toEqual(['乙县', '—'])
  })

  test('of alerts: gap and arrival; an owner only where lists of tasks name one', () => {
    const other = alert({ alert_id: 'other', region_code: '990102', arrival_period: null })
    const base = facts({ overview: { ...facts().overview, opened: [other, alert()] } })
    expect(texts(tableOf(writeBrief(base), 'opened'))).toEqual([
      ['甲区', '覆盖率', '70.0%', '75%', '还差12家', '2027年3月'],
      ['乙县', '覆盖率', '70.0%', '75%', '还差12家', '20年内到不了'],
    ])
    const owners = [{ alert_id: alert().alert_id, owner_unit: '甲区组织部' }]
    expect(texts(tableOf(writeBrief({ ...base, owners }), 'opened'))?.map((row) => row.at(-1))).toEqual([
      '甲区组织部',
      '未列入清单',
    ])
  })

  test('of withdrawn alerts: before and after the correction; a list without a line is left out', () => {
    const undone = alert({ state: 'withdrawn', withdrawn_on: '2026-11-08', corrected_value: 76 })
    const brief = writeBrief(facts({ overview: { ...facts().overview, withdrawn: [undone] } }))
    expect(texts(tableOf(brief, 'withdrawn'))).toEqual([['甲区', '覆盖率', '2026年10月', '70.0%', '76.0%']])
    expect(tableOf(brief, 'closed')).toBeUndefined()
  })

  test('of open alerts: one row an indicator, regions in their order, silence said', () => {
    const open = [
      alert({ region_code: '990103', silent_periods: 2, gap: 1 }),
      alert({ latest_status: 'critical', gap: 12 }),
      alert({ region_code: '990102', gap: null }),
    ]
    expect(texts(tableOf(writeBrief(facts({ open })), 'open'))).toEqual([
      ['覆盖率', '3', '▲甲区还差12家；乙县已回到线内；丙县还差1家，未报'],
    ])
  })

  test('of returns: how each came in, and who did not', () => {
    expect(texts(tableOf(writeBrief(facts()), 'returns'))).toEqual([
      ['覆盖情况表（2026年10月）', '3', '1', '1', '0', '1', '未报：丙县；迟报：乙县'],
    ])
  })
})

describe('every topic of the installation', () => {
  const declared = topics.filter(({ indicators }) => indicators.length > 0)
  const indicators = indicatorMeta(declared)
  const brief = writeBrief(
    facts({
      site: { ...facts().site, indicators },
      returns: declared.map(({ dataset }) => ({ dataset: dataset.id, title: dataset.title })),
      figures: [],
      before: [],
      courses: [],
      open: [],
    }),
  )

  test('has its table by county, of seven columns of figures at most', () => {
    for (const { dataset } of declared) expect(tableOf(brief, dataset.id)).toBeDefined()
    for (const table of tables(brief)) expect(table.columns.length).toBeLessThanOrEqual(8)
  })

  test('has its indicators in the table of the city and its headlines on the first page', () => {
    const ofCity = tables(brief).filter(({ id }) => id.startsWith('figures'))
    expect(ofCity.flatMap(({ rows }) => rows)).toHaveLength(indicators.length)
    const firstPage = brief.summary.map(({ text }) => text.zh).join()
    for (const { headline, name } of indicators) if (headline) expect(firstPage).toContain(name.zh)
  })
})

test('charts are of headline indicators that have a course: the last three years', () => {
  const months = Array.from(
    { length: 60 },
    (_, at) => `${2021 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  )
  const courses = [
    { indicator_id: 'rate', periods: months, warning: months.map(() => 75), values: months.map((_, at) => at) },
  ]
  const [figures] = writeBrief(facts({ courses })).sections
  const [chart] = figures?.blocks.flatMap((block) => (block.kind === 'charts' ? block.charts : [])) ?? []
  expect(chart?.periods).toHaveLength(37)
  expect(chart?.alt.zh).toBe('覆盖率：2022年12月23.0%，2025年12月59.0%，预警线75%')
  expect(chart?.labels.warning?.zh).toBe('预警线75%')
})
