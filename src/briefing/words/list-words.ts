import type { Alert } from '../../domain/alert-data.js'
import type { BriefFacts } from '../../domain/brief-facts.js'
import type { Figure, IndicatorMeta } from '../../domain/page-data.js'
import type { RegionCode } from '../../domain/region.js'
import { fill, joined, type Text } from '../../domain/text.js'
import { semicolons } from './phrases.js'

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

/** A county's standing a month ago and now, and its alert if one is open; null where nothing is known. */
interface Standing {
  was: Pick<Figure, 'status' | 'period'> | null
  is: Pick<Figure, 'status' | 'period'> | null
  alert: Alert | null
}

type Told = Pick<Figure, 'status'> | null
const isBeyond = (one: Told) => one?.status === 'critical' || one?.status === 'warning'
const isSilent = (one: Told) => one === null || one.status === 'not_reported' || one.status === 'not_due'
const isJudged = (one: Told) => isBeyond(one) || one?.status === 'ok'

/** A county that said nothing a month ago was on the list all the same while its alert was open; so is one that says nothing now. */
const wasOn = ({ was, alert }: Standing) =>
  isBeyond(was) || (was !== null && isSilent(was) && alert !== null && alert.opened_period <= was.period)
const isKept = ({ was, is, alert }: Standing) =>
  isSilent(is) && (isBeyond(was) || isBeyond(alert && { status: alert.latest_status }))

/** How the list of counties beyond the line changed, for every indicator that has a line, in the order of the catalog. */
export function listChanges(facts: ListFacts): ListChange[] {
  return facts.site.indicators.flatMap((indicator) => {
    const standings = facts.site.counties.map(({ region_code }) => standingOf(region_code, indicator.id, facts))
    if (!standings.some(({ was, is }) => isJudged(was) || isJudged(is))) return []
    const kept = standings.filter(isKept).length
    return [
      {
        indicator,
        before: standings.filter(wasOn).length,
        now: standings.filter(({ is }) => isBeyond(is)).length + kept,
        kept,
        isNew: standings.some(({ was, is }) => is !== null && is.period !== was?.period),
      },
    ]
  })
}

type ListFacts = Pick<BriefFacts, 'site' | 'figures' | 'before' | 'open'>

function standingOf(code: RegionCode, id: string, { figures, before, open }: ListFacts): Standing {
  const isIt = (item: Pick<Figure, 'indicator_id' | 'region_code'>) =>
    item.indicator_id === id && item.region_code === code
  return { was: before.find(isIt) ?? null, is: figures.find(isIt) ?? null, alert: open.find(isIt) ?? null }
}

/** Lists that are named at most of those that got shorter, and of those that got longer: it is all for one page. */
const named = 5

/** What got shorter and what got longer since last month: “越线县区减少的：…（5个→3个）；增加的：…；其余8项没有变化”. */
export function sayListChanges(changes: readonly ListChange[]): Text {
  const shorter = changes.filter(({ before, now }) => now < before)
  const longer = changes.filter(({ before, now }) => now > before)
  const still = changes.filter(({ before, now, isNew }) => now === before && isNew)
  const old = changes.filter(({ before, now, isNew }) => now === before && !isNew)
  const list = (each: readonly ListChange[]) => {
    const said = joined(each.slice(0, named).map(sayOne))
    return each.length <= named ? said : fill({ zh: '{said}等', en: '{said} and others' }, { said })
  }
  const counted = (each: readonly ListChange[], words: Text) =>
    each.length === 0 ? [] : [fill(words, { count: each.length, list: list(each) })]
  const said = [
    ...counted(shorter, {
      zh: '越线县区减少的{count}项：{list}',
      en: 'fewer counties beyond the line in {count}: {list}',
    }),
    ...counted(longer, { zh: '越线县区增加的{count}项：{list}', en: 'more in {count}: {list}' }),
    ...counted(still, { zh: '{count}项没有变化', en: '{count} indicators unchanged' }),
    ...counted(old, { zh: '{count}项本月没有新数', en: '{count} without a new figure this month' }),
  ]
  return said.length === 0 ? { zh: '没有设预警线的指标', en: 'no indicator has a line' } : joined(said, semicolons)
}

function sayOne({ indicator, before, now, kept }: ListChange): Text {
  const silent = kept === 0 ? { zh: '', en: '' } : fill({ zh: '，含未报{kept}个', en: ', {kept} silent' }, { kept })
  return fill(
    { zh: '{name}（{before}个→{now}个{silent}）', en: '{name} ({before} → {now}{silent})' },
    { name: indicator.name, before, now, silent },
  )
}
