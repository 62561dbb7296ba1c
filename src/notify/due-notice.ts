import type { DueSide, ReturnNews, UnitLine } from '../domain/news.js'
import type { Notice } from '../domain/notice.js'
import { sayPeriod } from '../domain/period.js'
import type { RegionCode } from '../domain/region.js'
import { fill, type Text } from '../domain/text.js'
import { fictionalRemark } from './remarks.js'

const subjects: Record<DueSide, Text> = {
  before_due: { zh: '{city}：{count} 份报表 {due} 到期，尚未收到', en: '{city}: {count} returns due {due} not in yet' },
  after_due: { zh: '{city}：{count} 份报表已过期（{due} 应报）', en: '{city}: {count} returns overdue since {due}' },
}
const openings: Record<DueSide, Text> = {
  before_due: {
    zh: '下列报表应于 {due} 前报送，截至 {as_of} 收到的文件尚不齐全；已报送的请不必理会。',
    en: 'Due on {due} and not in whole, from files received by {as_of}; whoever has sent theirs need do nothing.',
  },
  after_due: {
    zh: '下列报表应于 {due} 前报送，截至 {as_of} 收到的文件仍不齐全；已报送的请不必理会。',
    en: 'Were due on {due} and are still not in whole, from files received by {as_of}; whoever has sent theirs need do nothing.',
  },
}

/** The message about the returns of a due date that these regions (null: all) have not sent. Null when there are none. */
export function dueNotice(news: ReturnNews, regions: readonly RegionCode[] | null): Notice | null {
  const returns = news.returns
    .map((one) => ({
      ...one,
      units: one.units.filter(({ region_code }) => regions === null || regions.includes(region_code)),
    }))
    .filter(({ units }) => units.length > 0)
  const count = returns.reduce((sum, { units }) => sum + units.length, 0)
  if (count === 0) return null
  const values = { city: news.city, count, due: news.due_date, as_of: news.as_of }
  return {
    kind: news.side,
    subject: fill(subjects[news.side], values),
    opening: fill(openings[news.side], values),
    sections: returns.map(({ title, period, units }) => ({
      title: fill(
        { zh: '{title}（{period}）{count} 份', en: '{title} ({period}): {count}' },
        {
          title,
          period: { zh: sayPeriod(period, 'zh'), en: sayPeriod(period, 'en') },
          count: units.length,
        },
      ),
      lines: [
        { zh: units.map((unit) => sayUnit(unit).zh).join('、'), en: units.map((unit) => sayUnit(unit).en).join(', ') },
      ],
    })),
    remarks: fictionalRemark(news),
    page: 'quality',
    items: returns.flatMap(({ dataset, period, units }) =>
      units.map((unit) => ({ ...unit, dataset, period, due_date: news.due_date })),
    ),
  }
}

function sayUnit({ region_name, state }: UnitLine): Text {
  if (state === 'missing') return { zh: region_name, en: region_name }
  return { zh: `${region_name}（只报了一部分）`, en: `${region_name} (in part only)` }
}
