import { describe, expect, test } from 'vitest'
import { type HeadlineFacts, sayHeadline } from '../../src/briefing/words/headline-words.js'
import type { Figure } from '../../src/domain/page-data.js'
import { figure, indicator, since } from './facts.js'

const county = (status: Figure['status']) => figure({ region_code: '990101', status })
const say = (changes: Partial<HeadlineFacts> = {}) =>
  sayHeadline({ indicator: indicator(), city: figure(), counties: [], period: '2026-10', isNew: true, ...changes })

describe('a headline indicator in one sentence', () => {
  test.each<[string, Partial<HeadlineFacts>, string, string]>([
    ['up', {}, '覆盖率80.0%，比上月上升0.3个百分点', 'Coverage 80.0%, up 0.3 points on last month'],
    [
      'down',
      { city: figure({ previous: since(81.2) }) },
      '覆盖率80.0%，比上月下降1.2个百分点',
      'Coverage 80.0%, down 1.2 points on last month',
    ],
    [
      'unchanged: 80.00 after 79.96 shows as nothing',
      { city: figure({ previous: since(79.96) }) },
      '覆盖率80.0%，与上月持平',
      'Coverage 80.0%, unchanged from last month',
    ],
    [
      'just more than nothing: 80.00 after 79.94 is a tenth',
      { city: figure({ previous: since(79.94) }) },
      '覆盖率80.0%，比上月上升0.1个百分点',
      'Coverage 80.0%, up 0.1 points on last month',
    ],
    [
      'nothing to compare with',
      { city: figure({ previous: null }) },
      '覆盖率80.0%，无上月可比数',
      'Coverage 80.0%, no figure of last month to compare with',
    ],
    ['never reported', { city: null }, '覆盖率尚无数据', 'Coverage: no figure yet'],
    ['not reported', { city: figure({ value: null, status: 'not_reported' }) }, '覆盖率未报', 'Coverage not reported'],
    [
      'a small base, of which no change is said',
      { city: figure({ status: 'small_base', numerator: 3, denominator: 7, value: 42.8571 }) },
      '覆盖率7个中3个',
      'Coverage 3 of 7',
    ],
    [
      'nothing that a share could be of: reported, and no zero',
      { city: figure({ status: 'small_base', numerator: 0, denominator: 0, value: null }) },
      '覆盖率没有可计的数',
      'Coverage nothing to count',
    ],
    [
      'a sum of money, which grows and is no rate',
      {
        indicator: indicator({ unit: 'yuan_per_month', decimals: 0, name: { zh: '月均报酬', en: 'Mean stipend' } }),
        city: figure({ value: 3985, previous: since(3961) }),
      },
      '月均报酬3,985元/月，比上月增加24元/月',
      'Mean stipend 3,985 yuan a month, up 24 yuan a month on last month',
    ],
    [
      'a ratio',
      {
        indicator: indicator({ unit: 'times', decimals: 2, name: { zh: '收入之比', en: 'Ratio' } }),
        city: figure({ value: 2.14, previous: since(2.2) }),
      },
      '收入之比2.14倍，比上月下降0.06倍',
      'Ratio 2.14 times, down 0.06 times on last month',
    ],
    [
      'a quarter, which is said',
      { city: figure({ period: '2026-Q3', previous: since(79) }) },
      '覆盖率（2026年三季度）80.0%，比上季度上升1.0个百分点',
      'Coverage (Q3 2026) 80.0%, up 1.0 points on last quarter',
    ],
    [
      'a year',
      { city: figure({ period: '2025', previous: since(85) }) },
      '覆盖率（2025年）80.0%，比上年下降5.0个百分点',
      'Coverage (2025) 80.0%, down 5.0 points on the year before',
    ],
    [
      'the figure of the last bulletin again',
      { city: figure({ period: '2025' }), isNew: false, counties: [county('critical')] },
      '覆盖率（2025年）80.0%',
      'Coverage (2025) 80.0%',
    ],
    [
      'counties below the line',
      { counties: [county('critical'), county('warning'), county('ok'), county('not_reported')] },
      '覆盖率80.0%，比上月上升0.3个百分点，2个县区低于预警线',
      'Coverage 80.0%, up 0.3 points on last month, 2 of 4 counties below the warning line',
    ],
    [
      'none beyond the line where less is better',
      { indicator: indicator({ direction: 'lower_is_better' }), counties: [county('ok'), county('small_base')] },
      '覆盖率80.0%，比上月上升0.3个百分点，县区均未越线',
      'Coverage 80.0%, up 0.3 points on last month, no county beyond the line',
    ],
    [
      'none beyond the line of those that reported',
      { counties: [county('ok'), county('not_reported')] },
      '覆盖率80.0%，比上月上升0.3个百分点，已报县区均未越线',
      'Coverage 80.0%, up 0.3 points on last month, no county that reported is beyond the line',
    ],
    [
      'above the line where less is better',
      { indicator: indicator({ direction: 'lower_is_better' }), counties: [county('critical'), county('ok')] },
      '覆盖率80.0%，比上月上升0.3个百分点，1个县区高于预警线',
      'Coverage 80.0%, up 0.3 points on last month, 1 of 2 counties above the warning line',
    ],
    [
      'no line at all',
      { counties: [county(null), county(null)] },
      '覆盖率80.0%，比上月上升0.3个百分点',
      'Coverage 80.0%, up 0.3 points on last month',
    ],
  ])('%s', (_, changes, zh, en) => {
    expect(say(changes)).toEqual({ zh, en })
  })
})
