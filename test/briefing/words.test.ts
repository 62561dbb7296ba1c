import { describe, expect, test } from 'vitest'
import { sayOverall } from '../../src/briefing/summary.js'
import { sayAlertCounts } from '../../src/briefing/words/alert-words.js'
import { sayArrival, sayGap } from '../../src/briefing/words/gap-words.js'
import { listChanges, sayListChanges } from '../../src/briefing/words/list-words.js'
import { sayStamp } from '../../src/briefing/words/return-words.js'
import type { Alert } from '../../src/domain/alert-data.js'
import type { CompletenessLine, Figure } from '../../src/domain/page-data.js'
import type { CompletenessState } from '../../src/domain/status.js'
import { alert, facts, figure, indicator } from './facts.js'

describe('alerts of the month', () => {
  const say = (changes: Partial<ReturnType<typeof facts>['overview']>, open = [alert()]) =>
    sayAlertCounts({ overview: { ...facts().overview, ...changes }, open })

  test('a withdrawn alert is told apart from a closed one', () => {
    const closed = [alert({ state: 'closed', closed_period: '2026-10' })]
    const withdrawn = [alert({ state: 'withdrawn' }), alert({ state: 'withdrawn' })]
    expect(say({ closed, withdrawn })).toEqual({
      zh: '本月新增预警1条，解除1条，因数据更正撤销2条；未解除预警1条，涉及1个地区',
      en: 'alerts this month: 1 opened, 1 closed, 2 withdrawn by a correction; open: 1, regions concerned: 1',
    })
  })

  test('how many are critical, and how many are kept in silence', () => {
    const open = [alert({ latest_status: 'critical' }), alert({ region_code: '990102', silent_periods: 2 })]
    expect(say({ opened: [] }, open).zh).toBe(
      '本月新增预警0条，解除0条；未解除预警2条，涉及2个地区，其中严重1条，1条因未报送保持原状',
    )
  })

  test('none is open', () => {
    expect(say({ opened: [] }, []).zh).toBe('本月新增预警0条，解除0条；没有未解除的预警')
  })
})

test.each([
  [2, '比上月减少1个'],
  [1, '与上月持平'],
  [0, '比上月增加1个'],
])('counties with a critical figure, %s a month before', (critical_before, change) => {
  const { zh } = sayOverall({ overview: { ...facts().overview, critical_before } })
  expect(zh).toBe(`3个县区中1个有主要指标达到严重，${change}；另有1个达到预警`)
})

describe('lists of counties beyond the line', () => {
  const of = (before: Figure['status'][], now: Figure['status'][], period = '2026-10', open: Alert[] = []) => {
    const codes = ['990101', '990102', '990103']
    return sayListChanges(
      listChanges({
        site: facts().site,
        open,
        before: before.map((status, at) => ({
          region_code: codes[at] ?? '',
          indicator_id: 'rate',
          period: '2026-09',
          status,
        })),
        figures: now.map((status, at) => figure({ region_code: codes[at] ?? '', period, status })),
      }),
    ).zh
  }
  test.each<[string, Figure['status'][], Figure['status'][], string]>([
    ['shorter', ['critical', 'warning', 'ok'], ['warning', 'ok', 'ok'], '越线县区减少的1项：覆盖率（2个→1个）'],
    ['longer', ['ok', 'ok', 'ok'], ['warning', 'ok', 'critical'], '越线县区增加的1项：覆盖率（0个→2个）'],
    ['the same', ['warning', 'ok', 'ok'], ['ok', 'warning', 'ok'], '1项没有变化'],
    ['not shorter by silence', ['warning', 'warning', 'ok'], ['warning', 'not_reported', 'ok'], '1项没有变化'],
    [
      'shorter, though one is silent',
      ['warning', 'warning', 'warning'],
      ['ok', 'not_reported', 'ok'],
      '越线县区减少的1项：覆盖率（3个→1个，含未报1个）',
    ],
    ['not shorter for want of any figure', ['warning', 'ok', 'ok'], [], '1项本月没有新数'],
    ['no line at all', [null, null, null], [null, null, null], '没有设预警线的指标'],
  ])('%s', (_, before, now, said) => {
    expect(of(before, now)).toBe(said)
  })

  test('names five at most of what got longer', () => {
    const grown = (id: number) => ({
      indicator: indicator({ name: { zh: `甲${id}`, en: `a${id}` } }),
      before: 0,
      now: 1,
      kept: 0,
      isNew: true,
    })
    expect(sayListChanges([1, 2, 3, 4, 5, 6].map(grown)).zh).toBe(
      '越线县区增加的6项：甲1（0个→1个）、甲2（0个→1个）、甲3（0个→1个）、甲4（0个→1个）、甲5（0个→1个）等',
    )
  })

  test('a county that is silent for long stays on the list while its alert is open', () => {
    const silent = alert({ opened_period: '2026-07', silent_periods: 2 })
    expect(of(['not_reported', 'ok', 'ok'], ['not_reported', 'ok', 'ok'], '2026-10', [silent])).toBe('1项没有变化')
    // It speaks again, and is still beyond the line: no news.
    const heard = alert({ opened_period: '2026-07', silent_periods: 0 })
    expect(of(['not_reported', 'ok', 'ok'], ['warning', 'ok', 'ok'], '2026-10', [heard])).toBe('1项没有变化')
    expect(of(['not_reported', 'ok', 'ok'], ['warning', 'ok', 'ok'], '2026-10', [alert()])).toBe(
      '越线县区增加的1项：覆盖率（0个→1个）',
    )
  })

  test('a return that is not monthly brings nothing new', () => {
    expect(of(['warning', 'ok', 'ok'], ['warning', 'ok', 'ok'], '2026-09')).toBe('1项本月没有新数')
  })
})

describe('the data stamp', () => {
  const line = (dataset: string, units: Record<string, CompletenessState>): CompletenessLine => ({
    dataset,
    title: { zh: dataset, en: dataset },
    period: '2026-10',
    due_date: '2026-11-05',
    expected: 14,
    counts: { on_time: 0, late: 0, missing: 0, partly: 0, not_due: 0 },
    units: Object.entries(units).map(([region_code, state]) => ({ region_code, state, received_at: null })),
  })
  const say = (...lines: CompletenessLine[]) => sayStamp(lines, (code) => code).zh

  test('all are in, two late', () => {
    expect(say(line('a', { 甲: 'late', 乙: 'late' }))).toBe('14个应报单位全部报送，2个迟报（乙、甲）')
  })
  test('all are in and on time', () => {
    expect(say(line('a', {}))).toBe('14个应报单位全部报送')
  })
  test('a unit is counted once, by the worst of its returns, and as late besides', () => {
    expect(say(line('a', { 甲: 'late', 乙: 'partly' }), line('b', { 甲: 'missing', 乙: 'late' }))).toBe(
      '14个应报单位中12个报送齐全，1个有报表未报（甲），1个报送不全（乙），2个迟报（乙、甲）',
    )
  })
  test('nothing was due', () => {
    expect(say()).toBe('本月没有应报的报表')
  })
})

describe('what an alert needs', () => {
  test('more of it, fewer of it, or nothing', () => {
    expect(sayGap(indicator(), { gap: 12 })).toEqual({ zh: '还差12家', en: '12 firms to go' })
    expect(sayGap(indicator({ direction: 'lower_is_better' }), { gap: 1234 }).zh).toBe('还需减少1,234家')
    const points = indicator({ gap_unit: { zh: '个百分点', en: 'points' } })
    expect(sayGap(points, { gap: 2.3 }).zh).toBe('还差2.3个百分点')
    expect(sayGap(indicator(), { gap: null }).zh).toBe('已回到线内')
  })
  test('when the line is reached', () => {
    const arrival = { gap: 12, arrival_period: null, pace: 0.1 }
    expect(sayArrival(indicator(), { ...arrival, arrival_period: '2027-03' })).toEqual({
      zh: '2027年3月',
      en: 'Mar 2027',
    })
    expect(sayArrival(indicator(), arrival).zh).toBe('20年内到不了')
    expect(sayArrival(indicator(), { ...arrival, pace: 0 }).zh).toBe('没有变化')
    expect(sayArrival(indicator(), { ...arrival, pace: -0.1 }).zh).toBe('在变差')
    expect(sayArrival(indicator(), { ...arrival, pace: null }).zh).toBe('速度未知')
    expect(sayArrival(indicator({ counts_within_year: true }), arrival).zh).toBe('全年累计，不推算')
  })
})
