import type { Brief } from '../domain/brief.js'
import type { BriefFacts } from '../domain/brief-facts.js'
import type { IndicatorMeta } from '../domain/page-data.js'
import { fill, joined, type Text } from '../domain/text.js'
import { sayAlertCounts } from './words/alert-words.js'
import { type HeadlineFacts, sayHeadline } from './words/headline-words.js'
import { listChanges, sayListChanges } from './words/list-words.js'
import { regionNames, semicolons, sentence } from './words/phrases.js'
import { sayStamp } from './words/return-words.js'

/** The first page: how the city stands, headline by headline, what changed in the lists, and what it is made from. */
export function summaryOf(facts: BriefFacts): Brief['summary'] {
  const { site, overview } = facts
  const name = regionNames(site)
  return [
    { lead: { zh: '总体。', en: 'Overall.' }, text: sentence(sayOverall(facts)) },
    ...headlineParagraphs(facts),
    { lead: { zh: '预警。', en: 'Alerts.' }, text: sentence(sayAlertCounts(facts)) },
    { lead: { zh: '清单增减。', en: 'The lists.' }, text: sentence(sayListChanges(listChanges(facts))) },
    { lead: { zh: '数据。', en: 'Data.' }, text: sentence(sayStamp(overview.completeness, name)) },
  ]
}

/** “14个县区中4个有主要指标达到严重，比上月减少2个；另有3个达到预警”. */
export function sayOverall({ overview }: Pick<BriefFacts, 'overview'>): Text {
  const { counties, critical, critical_before, warning } = overview
  const difference = critical - critical_before
  const change =
    difference === 0
      ? { zh: '与上月持平', en: 'as last month' }
      : difference > 0
        ? { zh: '比上月增加{by}个', en: '{by} more than last month' }
        : { zh: '比上月减少{by}个', en: '{by} fewer than last month' }
  const values = { counties, critical, warning, change: fill(change, { by: Math.abs(difference) }) }
  return fill(
    {
      zh: '{counties}个县区中{critical}个有主要指标达到严重，{change}；另有{warning}个达到预警',
      en: '{critical} of {counties} counties have a critical headline indicator, {change}; {warning} more have a warning',
    },
    values,
  )
}

/** One paragraph a return: its headline indicators, one after the other; and one of those that no new figure came of. */
function headlineParagraphs(facts: BriefFacts): Brief['summary'] {
  const headlines = facts.site.indicators
    .filter(({ headline }) => headline)
    .map((indicator) => headlineOf(indicator, facts))
  const paragraph = (lead: Text | null, told: readonly HeadlineFacts[]) =>
    told.length === 0 ? [] : [{ lead, text: sentence(joined(told.map(sayHeadline), semicolons)) }]
  return [
    ...facts.returns.flatMap(({ dataset }) =>
      paragraph(
        null,
        headlines.filter(({ indicator, isNew }) => isNew && indicator.dataset === dataset),
      ),
    ),
    ...paragraph(
      { zh: '本月没有新数的。', en: 'No new figure this month.' },
      headlines.filter(({ isNew }) => !isNew),
    ),
  ]
}

function headlineOf(indicator: IndicatorMeta, { site, figures, before }: BriefFacts): HeadlineFacts {
  const ofIt = figures.filter(({ indicator_id }) => indicator_id === indicator.id)
  const city = ofIt.find(({ region_code }) => region_code === site.city.region_code) ?? null
  const counties = ofIt.filter((figure) => figure !== city)
  const last = before.find(({ indicator_id }) => indicator_id === indicator.id)
  return { indicator, city, counties, period: site.period, isNew: city !== null && city.period !== last?.period }
}
