import type { Brief, BriefSection, BriefWords } from '../domain/brief.js'
import type { BriefFacts } from '../domain/brief-facts.js'
import { fill } from '../domain/text.js'
import { chartsOf } from './charts.js'
import { headOf } from './head.js'
import { method } from './method.js'
import { summaryOf } from './summary.js'
import { alertTables } from './tables/alert-tables.js'
import { countyTables } from './tables/county-tables.js'
import { figureTables } from './tables/figure-table.js'
import { returnTable } from './tables/return-table.js'
import { sayAlertCounts } from './words/alert-words.js'
import { sentence } from './words/phrases.js'

/** Characters that fit on the first page in the usual size. */
const usualLength = 760

/** Writes the bulletin of a release: every word of it comes from the facts. */
export function writeBrief(facts: BriefFacts): Brief {
  const { site } = facts
  const summary = summaryOf(facts)
  const charts = chartsOf(facts)
  const alerts = alertTables(facts)
  return {
    release: site.release,
    period: site.period,
    as_of: site.as_of,
    ...headOf(site),
    summary,
    is_long: summary.reduce((sum, { text }) => sum + text.zh.length, 0) > usualLength,
    sections: numbered([
      {
        id: 'figures',
        title: { zh: '全市指标', en: 'The city' },
        blocks: [
          ...figureTables(facts),
          ...(charts.length > 0 ? [chartWords, { kind: 'charts' as const, charts }] : []),
        ],
      },
      { id: 'counties', title: { zh: '分县区情况', en: 'By county' }, blocks: [orderWords, ...countyTables(facts)] },
      {
        id: 'alerts',
        title: { zh: '预警', en: 'Alerts' },
        blocks: alerts.length > 0 ? alerts : [{ kind: 'words', text: sentence(sayAlertCounts(facts)) }],
      },
      {
        id: 'returns',
        title: { zh: '数据报送', en: 'Returns' },
        blocks: [returnTable(facts)],
      },
      {
        id: 'method',
        title: { zh: '编制说明', en: 'How to read this' },
        blocks: method.map((text) => ({ kind: 'words', text })),
      },
    ]),
  }
}

const chartWords: BriefWords = {
  kind: 'words',
  text: {
    zh: '下图实线为全市，虚线为预警线；纵轴不从零开始。',
    en: 'Below, solid: the city; dashed: the warning line. Axes do not begin at zero.',
  },
}
const orderWords: BriefWords = {
  kind: 'words',
  text: {
    zh: '各表按地区表的顺序排列，不排名次。',
    en: 'Tables are in the order of the region list; nothing is ranked.',
  },
}

function numbered(sections: readonly BriefSection[]): BriefSection[] {
  return sections.map((section, index) => ({
    ...section,
    title: fill(
      { zh: '{number}、{title}', en: '{digit}. {title}' },
      { number: '一二三四五六七八九'[index] ?? '', digit: index + 1, title: section.title },
    ),
  }))
}
