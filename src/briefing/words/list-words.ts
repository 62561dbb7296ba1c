import type { BriefFacts } from '../../domain/brief-facts.js'
import type { Figure, IndicatorMeta } from '../../domain/page-data.js'
import { fill, type Text } from '../../domain/text.js'
import { listed, semicolons } from './phrases.js'

/** The counties beyond the line of one indicator, a month ago and now. */
export interface ListChange {
  indicator: IndicatorMeta
  before: number
  now: number
  /** Of those now, how many have not reported and are kept: silence is not recovery. */
  kept: number
  /** False where no new figure came: a return that is not monthly. */
  isNew: boolean
}

const isBeyond = ({ status }: Pick<Figure, 'status'>) => status === 'critical' || status === 'warning'
const isSilent = ({ status }: Pick<Figure, 'status'>) => status === 'not_reported' || status === 'not_due'

/** How the list of counties beyond the line changed, for every indicator that has a line, in the order of the catalog. */
export function listChanges({ site, figures, before }: Pick<BriefFacts, 'site' | 'figures' | 'before'>): ListChange[] {
  const isCounty = new Set(site.counties.map(({ region_code }) => region_code))
  return site.indicators.flatMap((indicator) => {
    const of = <Item extends Pick<Figure, 'indicator_id' | 'region_code'>>(list: readonly Item[]) =>
      list.filter(({ indicator_id, region_code }) => indicator_id === indicator.id && isCounty.has(region_code))
    const [then, now] = [of(before), of(figures)]
    if (![...then, ...now].some(({ status }) => isBeyond({ status }) || status === 'ok')) return []
    const wasBeyond = new Set(then.filter(isBeyond).map(({ region_code }) => region_code))
    const kept = now.filter((figure) => isSilent(figure) && wasBeyond.has(figure.region_code)).length
    return [
      {
        indicator,
        before: wasBeyond.size,
        now: now.filter(isBeyond).length + kept,
        kept,
        isNew: now[0]?.period !== then[0]?.period,
      },
    ]
  })
}

/** What got shorter and what got longer since last month: “越线县区减少的：…（5个→3个）；增加的：…；其余8项没有变化”. */
export function sayListChanges(changes: readonly ListChange[]): Text {
  const shorter = changes.filter(({ before, now }) => now < before)
  const longer = changes.filter(({ before, now }) => now > before)
  const still = changes.filter(({ before, now, isNew }) => now === before && isNew)
  const old = changes.filter(({ before, now, isNew }) => now === before && !isNew)
  const list = (each: readonly ListChange[]) => listed(each.map(sayOne))
  const counted = (each: readonly ListChange[], words: Text) =>
    each.length === 0 ? [] : [fill(words, { count: each.length, list: list(each) })]
  const said = [
    ...counted(shorter, { zh: '越线县区减少的{count}项：{list}', en: 'fewer counties beyond the line: {list}' }),
    ...counted(longer, { zh: '增加的{count}项：{list}', en: 'more counties beyond the line: {list}' }),
    ...counted(still, { zh: '{count}项没有变化', en: '{count} indicators unchanged' }),
    ...counted(old, { zh: '{count}项本月没有新数', en: '{count} without a new figure this month' }),
  ]
  return said.length === 0 ? { zh: '没有设预警线的指标', en: 'no indicator has a line' } : listed(said, semicolons)
}

function sayOne({ indicator, before, now, kept }: ListChange): Text {
  const silent = kept === 0 ? { zh: '', en: '' } : fill({ zh: '，含未报{kept}个', en: ', {kept} silent' }, { kept })
  return fill(
    { zh: '{name}（{before}个→{now}个{silent}）', en: '{name} ({before} → {now}{silent})' },
    { name: indicator.name, before, now, silent },
  )
}
