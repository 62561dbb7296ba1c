import { isPercent } from '../domain/indicator.js'
import type { AlertLine, AlertNews } from '../domain/news.js'
import type { Notice } from '../domain/notice.js'
import { periodText } from '../domain/period.js'
import type { RegionCode } from '../domain/region.js'
import { fill, type Text } from '../domain/text.js'
import { type Measure, sayValue, unitAfter } from '../domain/value-words.js'
import { fictionalRemark } from './remarks.js'

/** The message about a release's new criticals and withdrawn alerts, of these regions (null: of all). Null when there are none. */
export function alertNotice(news: AlertNews, regions: readonly RegionCode[] | null): Notice | null {
  const isOurs = ({ region_code }: AlertLine) => regions === null || regions.includes(region_code)
  const [criticals, withdrawn] = [news.criticals.filter(isOurs), news.withdrawn.filter(isOurs)]
  const counts = [
    ...(criticals.length > 0
      ? [fill({ zh: '新增严重预警 {count} 条', en: '{count} new critical' }, { count: criticals.length })]
      : []),
    ...(withdrawn.length > 0
      ? [fill({ zh: '撤销预警 {count} 条', en: '{count} withdrawn' }, { count: withdrawn.length })]
      : []),
  ]
  if (counts.length === 0) return null
  const { release, before, as_of, city } = news
  const values = { release, before, as_of, city, period: periodText(news.period) }
  return {
    kind: 'alerts',
    subject: fill(
      { zh: '{city}{period}：{counts}', en: '{city}, {period}: {counts}' },
      {
        ...values,
        counts: { zh: counts.map(({ zh }) => zh).join('，'), en: counts.map(({ en }) => en).join(', ') },
      },
    ),
    opening: fill(
      {
        zh: '{release} 期（{period}，截至 {as_of} 收到的报表）与上一期 {before} 相比：',
        en: 'Release {release} ({period}, from returns received by {as_of}), compared with {before}:',
      },
      values,
    ),
    sections: [
      { title: { zh: '新增严重预警', en: 'New critical alerts' }, lines: criticals.map(sayCritical) },
      {
        title: { zh: '因数据更正撤销的预警', en: 'Alerts withdrawn by a correction' },
        lines: withdrawn.map(sayWithdrawn),
      },
    ].filter(({ lines }) => lines.length > 0),
    remarks: fictionalRemark(news),
    page: 'alerts',
    items: [
      ...criticals.map((line) => itemOf('critical', line)),
      ...withdrawn.map((line) => itemOf('withdrawn', line)),
    ],
  }
}

function sayCritical(line: AlertLine): Text {
  const { region_name, indicator, value, critical, gap } = line
  const isMore = indicator.direction === 'higher_is_better'
  const beyond = isMore ? { zh: '低于', en: 'below' } : { zh: '高于', en: 'above' }
  const against = { zh: '{beyond}严重线 {line}', en: '{beyond} the critical line of {line}' }
  const without = { zh: '{beyond}严重线', en: '{beyond} the critical line' }
  const measure = critical === null ? indicator : toldApart(indicator, value, critical)
  const sentence = fill(critical === null ? without : against, { beyond, line: sayValue(measure, critical) })
  return fill(
    {
      zh: '{region} {indicator} {value}（{period}），{sentence}{gap}；预警自{opened}起',
      en: '{region}, {indicator}: {value} ({period}), {sentence}{gap}; alert open since {opened}',
    },
    {
      region: region_name,
      indicator: indicator.name,
      value: sayValue(measure, value),
      period: periodText(line.period),
      sentence,
      gap: gap === null ? { zh: '', en: '' } : sayGap(line, gap),
      opened: periodText(line.opened_period),
    },
  )
}

/** With as many decimals as it takes that a value beyond a line does not read as if it were on it. */
function toldApart(measure: Measure, value: number, line: number): Measure {
  if (measure.decimals >= 4 || sayValue(measure, value).en !== sayValue(measure, line).en) return measure
  return toldApart({ ...measure, decimals: measure.decimals + 1 }, value, line)
}

/** What is left to the warning line, in the units that people act in; a gap is never said smaller than it is. */
function sayGap({ indicator, gap_unit }: AlertLine, gap: number): Text {
  const isMore = indicator.direction === 'higher_is_better'
  const words = isMore
    ? { zh: '，距预警线还差 {number} {unit}', en: ', {number} {unit} to go to the warning line' }
    : { zh: '，距预警线还需减少 {number} {unit}', en: ', {number} fewer {unit} needed for the warning line' }
  const decimals = isPercent(indicator) ? 0 : indicator.decimals
  const number = new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  return fill(words, { number: number.format(gap), unit: unitAfter(gap, gap_unit ?? { zh: '个单位', en: 'units' }) })
}

function sayWithdrawn({ region_name, indicator, value, period, opened_period }: AlertLine): Text {
  return fill(
    {
      zh: '{region} {indicator}：原自{opened}起，更正前为 {value}（{period}）',
      en: '{region}, {indicator}: was open since {opened}; {value} before the correction ({period})',
    },
    {
      region: region_name,
      indicator: indicator.name,
      opened: periodText(opened_period),
      value: sayValue(indicator, value),
      period: periodText(period),
    },
  )
}

function itemOf(change: 'critical' | 'withdrawn', line: AlertLine): Notice['items'][number] {
  const { region_code, region_name, indicator, period, value, critical, gap, gap_unit, opened_period } = line
  return {
    change,
    region_code,
    region_name,
    indicator_id: indicator.id,
    unit: indicator.unit,
    period,
    value,
    critical,
    gap,
    gap_unit: gap_unit?.zh ?? null,
    opened_period,
  }
}
