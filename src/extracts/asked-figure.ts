import { editDistance } from '../domain/edit-distance.js'
import type { Indicator } from '../domain/indicator.js'
import { frequencyOf, isPeriod, monthsOf, type Period } from '../domain/period.js'
import { Refusal } from '../domain/refusal.js'
import { RegionLevel } from '../domain/region.js'
import type { Topic } from '../domain/topic.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { askedRegion } from './asked-region.js'
import type { FigureQuestion } from './origins.js'

/** A figure as a person names it: an indicator by id or name, a region by code or name, a period. */
export interface AskedFigure {
  indicator: string
  region: string
  period: string
  /** How many levels below the region are told; null: a city's counties, and of a county or township every row. */
  depth: number | null
}

/** Finds the figure that is meant. Throws a Refusal that names what is near when there is none. */
export async function askedFigure(
  warehouse: Warehouse,
  topics: readonly Topic[],
  asked: AskedFigure,
): Promise<FigureQuestion> {
  const { indicator, topic } = askedIndicator(topics, asked.indicator)
  const { dataset } = topic
  const period = askedPeriod(asked.period, indicator, topic)
  const region = await askedRegion(warehouse, asked.region, monthsOf(period).last)
  const [known] = await warehouse.query<{ first: Period | null; last: Period | null; has: boolean | null }>(
    `select min(period) as first, max(period) as last, bool_or(period = $3) as has from marts.statuses
     where indicator_id = $1 and region_code = $2`,
    [indicator.id, region.region_code, period],
  )
  if (known?.has !== true)
    throw noFigure(indicator, region.region_name, period, known?.first ?? null, known?.last ?? null)
  const levels = RegionLevel.options
  const top = levels.indexOf(region.region_level)
  const grain = levels.indexOf(dataset.grain)
  const usual = region.region_level === 'county' || region.region_level === 'township' ? grain - top : 1
  const leaf = levels[Math.min(grain, top + (asked.depth ?? usual))] ?? dataset.grain
  return { dataset, indicators: [indicator], period, regions: [region.region_code], leaf }
}

function askedIndicator(topics: readonly Topic[], asked: string): { indicator: Indicator; topic: Topic } {
  const all = topics.flatMap((topic) => topic.indicators.map((indicator) => ({ indicator, topic })))
  const found = all.filter(({ indicator: { id, name, short_name } }) =>
    [id, name.zh, name.en, short_name.zh, short_name.en].includes(asked),
  )
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  const distance = ({ indicator: { id, name } }: (typeof all)[number]) =>
    Math.min(...[id, name.zh, name.en].map((text) => editDistance(text, asked)))
  const near = all
    .toSorted((one, other) => distance(one) - distance(other))
    .slice(0, 4)
    .map(({ indicator }) => indicator)
  const said = {
    zh: near.map(({ id, name }) => `${id}（${name.zh}）`).join('、'),
    en: near.map(({ id, name }) => `${id} (${name.en})`).join(', '),
  }
  throw new Refusal({
    zh: `没有这个指标：${asked}；相近的有：${said.zh}`,
    en: `no such indicator: ${asked}; near it are: ${said.en}`,
  })
}

const examples = { M: '2026-10', Q: '2026-Q3', A: '2026' } as const

function askedPeriod(asked: string, indicator: Indicator, { dataset }: Topic): Period {
  const example = examples[dataset.frequency]
  if (isPeriod(asked) && frequencyOf(asked) === dataset.frequency) return asked
  throw new Refusal({
    zh: `${indicator.name.zh}没有这样的报告期：${asked}；请写作 ${example} 的形式`,
    en: `${indicator.name.en} has no such period: ${asked}; write it like ${example}`,
  })
}

function noFigure(
  { name }: Indicator,
  region: string,
  period: Period,
  first: Period | null,
  last: Period | null,
): Refusal {
  if (first === null || last === null)
    return new Refusal({
      zh: `${region}没有“${name.zh}”这个数：它只是上级地区合计中的一行；请问乡镇、县区或市的数`,
      en: `${region} has no figure of its own for “${name.en}”: it is a row in the sum of the regions above; ask for a township, county or city`,
    })
  return new Refusal({
    zh: `${region}的“${name.zh}”没有 ${period} 的数；有的是 ${first} 至 ${last}`,
    en: `there is no “${name.en}” of ${region} for ${period}; there are ${first} to ${last}`,
  })
}
