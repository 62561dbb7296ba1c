import { describe, expect, test } from 'vitest'
import type { ReleaseState } from '../../src/domain/release-state.js'
import type { Lang } from '../../src/domain/text.js'
import { releaseChanges } from '../../src/extracts/release-changes.js'
import { alert, figure, later, missing, state } from './states.js'

/** What is said, section by section: the title, then “subject | words” of each line. */
function said(from: Partial<ReleaseState>, to: Partial<ReleaseState>, lang: Lang = 'zh'): string[] {
  const { groups } = releaseChanges(state(from), later(to))
  return groups
    .flatMap(({ sections }) => sections)
    .flatMap(({ title, lines }) => [title[lang], ...lines.map((line) => `${line.subject[lang]} | ${line.said[lang]}`)])
}
const summary = (from: Partial<ReleaseState>, to: Partial<ReleaseState>, lang: Lang = 'zh') =>
  releaseChanges(state(from), later(to)).summary.map((text) => text[lang])

const county = (but: Parameters<typeof figure>[0]) => figure({ region_code: '990101', ...but })

test('the first release has nothing to compare with', () => {
  expect(releaseChanges(null, state())).toEqual({ previous: null, summary: [], groups: [] })
})

test('nothing changed is said in one sentence', () => {
  expect(summary({}, {})).toEqual(['与 2026-09-1 期（2026年9月）相比，没有变化。'])
  expect(summary({}, {}, 'en')).toEqual(['Since release 2026-09-1 (Sep 2026) nothing has changed.'])
  expect(said({}, {})).toEqual([])
})

describe('the city’s figures', () => {
  const october = (but: Parameters<typeof figure>[0]) => figure({ period: '2026-10', ...but })

  test('are told with their change, headlines first', () => {
    const from = [figure(), figure({ indicator_id: 'arrears_pct', value: 2 })]
    const to = [october({ value: 83.4 }), october({ indicator_id: 'arrears_pct', value: 2.5 })]
    expect(said({ figures: from }, { figures: to })).toEqual([
      '小城市指标更新 2 项',
      '拖欠比例 | 2.0% → 2.5%（+0.5个百分点，变差）',
      '覆盖率 | 83.1% → 83.4%（+0.3个百分点，好转）',
    ])
    // More arrears are worse, more coverage is better.
    expect(summary({ figures: from }, { figures: to })[0]).toBe(
      '与 2026-09-1 期（2026年9月）相比，小城市更新 2 项指标：1 项好转，1 项变差，0 项持平。',
    )
    expect(said({ figures: from }, { figures: to }, 'en').at(-1)).toBe('Coverage | 83.1% → 83.4% (+0.3 points, better)')
  })

  test.each([
    [{}, '83.1%，持平'],
    [{ value: 69, status: 'warning' }, '83.1% → 69.0%（-14.1个百分点），由达标转为预警'],
    [{ value: null, status: 'not_reported' }, '83.1% → 未报，由达标转为未报'],
    [{ period: '2026-Q3' }, '83.1%，持平，2026年三季度'],
  ] as const)('%o: %s', (but, words) => {
    expect(said({ figures: [figure()] }, { figures: [october(but)] }).at(-1)).toBe(`覆盖率 | ${words}`)
  })

  test('that differ by less than is shown are about the same, whatever they are rounded to', () => {
    const [from, to] = [{ figures: [figure({ value: 83.14 })] }, { figures: [october({ value: 83.16 })] }]
    expect(said(from, to).at(-1)).toBe('覆盖率 | 83.1% → 83.2%，基本持平')
    expect(summary(from, to)[0]).toContain('0 项好转，0 项变差，1 项持平。')
  })

  test('a figure that was not there before stands alone', () => {
    expect(said({}, { figures: [october({})] }).at(-1)).toBe('覆盖率 | 83.1%')
  })
})

describe('the counties’ figures', () => {
  test('are told where the status changed, the worst first; not where a return was only not due yet', () => {
    const from = [
      county({}),
      county({ region_code: '990102', status: 'critical', value: 50 }),
      county({ indicator_id: 'arrears_pct', status: 'not_due' }),
    ]
    const to = [
      county({ period: '2026-10', status: 'ok' }),
      county({ region_code: '990102', period: '2026-10', status: 'warning', value: 65 }),
      county({ indicator_id: 'arrears_pct', period: '2026-10' }),
    ]
    const withFew = [
      ...to.slice(1),
      county({ period: '2026-10', status: 'small_base', value: 28.6, numerator: 2, denominator: 7 }),
    ]
    expect(said({ figures: from }, { figures: to })).toEqual([
      '县区状态变化 1 项',
      '乙县 覆盖率 | 50.0% → 65.0%（+15.0个百分点），由严重转为预警',
    ])
    expect(said({ figures: from }, { figures: withFew })[2]).toBe('甲区 覆盖率 | 83.1% → 7个中2个，由达标转为基数小')
  })

  test('of the same period were put right: the value, or only its parts', () => {
    const from = [county({}), county({ region_code: '990102' })]
    const to = [county({ value: 80, numerator: 800 }), county({ region_code: '990102', denominator: 1001 })]
    expect(said({ figures: from }, { figures: to })).toEqual([
      '同期数字更正 2 项',
      '甲区 覆盖率，2026年9月 | 83.1% → 80.0%（-3.1个百分点，变差）',
      '乙县 覆盖率，2026年9月 | 83.1%（831/1000 → 831/1001）',
    ])
    expect(summary({ figures: from }, { figures: to })).toEqual([
      '与 2026-09-1 期（2026年9月）相比，小城市的指标没有变化。',
      '同期数字更正 2 项，涉及 2 个地区。',
    ])
  })
})

test('alerts are told by what became of them', () => {
  const from = [alert(), alert({ region_code: '990102' }), alert({ indicator_id: 'arrears_pct' })]
  const to = [
    alert({ latest_status: 'critical', latest_value: 58 }),
    alert({ region_code: '990102', state: 'closed', closed_period: '2026-10', latest_value: 71 }),
    alert({ region_code: '990100', opened_period: '2026-10', latest_value: 69 }),
  ]
  expect(said({ alerts: from }, { alerts: to })).toEqual([
    '新增预警 1 条',
    '小城市 覆盖率 | 69.0%，预警，自2026年10月起',
    '加重 1 条',
    '甲区 覆盖率 | 66.0% → 58.0%，由预警转为严重',
    '解除预警 1 条',
    '乙县 覆盖率 | 回到71.0%，2026年10月解除（自2026年7月起）',
    '因数据更正撤销 1 条',
    '甲区 拖欠比例 | 原自2026年7月起，更正前为66.0%',
  ])
  expect(summary({ alerts: from }, { alerts: to })[1]).toBe('预警新增 1 条，加重 1 条，解除 1 条，撤销 1 条。')
})

test('returns: what came, and what is still missing by return and period', () => {
  const from = [missing(), missing({ reporting_unit: '990102' })]
  const to = [
    missing({ state: 'late', received_on: '2026-10-20' }),
    missing({ reporting_unit: '990102', state: 'partly', received_on: '2026-10-21' }),
    missing({ period: '2026-10', last_month: '2026-10' }),
    missing({ period: '2026-10', last_month: '2026-10', reporting_unit: '990102' }),
  ]
  expect(said({ returns: from }, { returns: to })).toEqual([
    '新到和补报 2 份',
    '甲区 | 覆盖表（2026年9月），10月20日收到，迟报',
    '乙县 | 覆盖表（2026年9月），10月21日收到，还不完整',
    '仍缺 3 份',
    '覆盖表（2026年10月） | 甲区、乙县',
    '覆盖表（2026年9月） | 乙县（不完整）',
  ])
  const files = { accepted: 7, accepted_with_warnings: 0, partly_accepted: 1, refused: 0 }
  expect(summary({ returns: from }, { returns: to, files })[1]).toBe(
    '新收到文件 4 份，其中退回 0 份、部分退回 1 份；仍缺报表 3 份。',
  )
})

test('what the figures rest on: lines, regions, tables, code', () => {
  const to = {
    figures: [figure({ warning: 75 })],
    reference: { 'regions.csv': 'a'.repeat(64), 'thresholds.csv': 'd'.repeat(64) },
    code: 'f'.repeat(64),
  }
  expect(said({ figures: [figure()] }, to)).toEqual([
    '预警线和严重线调整 1 项',
    '覆盖率 | 预警线 70.0% → 75.0%（1个地区）',
    '依据和程序改动 2 项',
    '阈值表 | 有改动',
    '计算程序 | 有改动',
  ])
  expect(summary({ figures: [figure()] }, to)[1]).toBe('阈值表、计算程序有改动。')
})

test('a long list is cut, and says by how much', () => {
  const codes = Array.from({ length: 250 }, (_, index) => String(990201 + index))
  const regions = codes.map((region_code) => ({ region_code, region_name: region_code }))
  const alerts = codes.map((region_code) => alert({ region_code }))
  const { groups } = releaseChanges(state({ regions }), later({ regions, alerts }))
  const section = groups.find(({ id }) => id === 'alerts')?.sections[0]
  expect(section).toMatchObject({ title: { zh: '新增预警 250 条' }, unlisted: 50 })
  expect(section?.lines).toHaveLength(200)
})
