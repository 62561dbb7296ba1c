import type { BriefCell, BriefTable } from '../../domain/brief.js'
import type { BriefFacts } from '../../domain/brief-facts.js'
import type { Figure, IndicatorMeta } from '../../domain/page-data.js'
import { periodText } from '../../domain/period.js'
import type { RegionCode } from '../../domain/region.js'
import { fill, type Text } from '../../domain/text.js'
import { isIncomplete, sayInColumn, withUnit } from '../words/figure-words.js'
import { same } from '../words/phrases.js'
import { cell, dash, figures, noteOf, words } from './cells.js'

/** Columns of figures that fit beside the names on A4. */
const atMost = 7

const counted: Text = { zh: 'a/b 基数小，只列个数', en: 'a/b: a small base, shown as a count' }

/** The counties by return, a table each: rows in the order of the region list and the city last, a column an indicator. Nothing is ranked. */
export function countyTables(facts: BriefFacts): BriefTable[] {
  return facts.returns.flatMap(({ dataset, title }) => {
    const indicators = facts.site.indicators.filter((indicator) => indicator.dataset === dataset)
    const parts = Math.ceil(indicators.length / atMost)
    const size = Math.ceil(indicators.length / parts)
    return Array.from({ length: parts }, (_, part) => {
      const shown = indicators.slice(part * size, (part + 1) * size)
      const id = part === 0 ? dataset : `${dataset}-${part + 1}`
      return countyTable(id, title, shown, facts)
    })
  })
}

function countyTable(id: string, title: Text, indicators: readonly IndicatorMeta[], facts: BriefFacts): BriefTable {
  const { site } = facts
  const byKey = new Map(facts.figures.map((figure) => [keyOf(figure.region_code, figure.indicator_id), figure]))
  const rowOf = (code: RegionCode, name: Text, is_total: boolean) => ({
    cells: [
      cell(name),
      ...indicators.map((indicator) => figureCell(indicator, byKey.get(keyOf(code, indicator.id)) ?? null)),
    ],
    is_total,
  })
  const shown = facts.figures.filter(({ indicator_id }) =>
    indicators.some((indicator) => indicator.id === indicator_id),
  )
  const periods = [...new Set(shown.map(({ period }) => period))].sort()
  const when = {
    zh: periods.map((one) => periodText(one).zh).join('、'),
    en: periods.map((one) => periodText(one).en).join(', '),
  }
  const rows = [
    ...site.counties.map(({ region_code, region_name }) => rowOf(region_code, same(region_name), false)),
    rowOf(site.city.region_code, { zh: '全市', en: site.city.region_name }, true),
  ]
  const isCounted = shown.some(({ status }) => status === 'small_base')
  return {
    kind: 'table',
    id,
    caption: periods.length === 0 ? title : fill({ zh: '{title}（{when}）', en: '{title} ({when})' }, { title, when }),
    note: noteOf(rows, isCounted ? [counted] : []),
    columns: [
      words({ zh: '县区', en: 'County' }, 16),
      ...indicators.map((indicator) => figures(withUnit(indicator.short_name, indicator), 84 / indicators.length)),
    ],
    rows,
  }
}

function figureCell(indicator: IndicatorMeta, figure: Figure | null): BriefCell {
  if (figure === null) return cell(dash)
  const said = sayInColumn(indicator, figure)
  const star = figure.value !== null && isIncomplete(figure) ? '*' : ''
  return cell({ zh: said.zh + star, en: said.en + star }, figure.status)
}

function keyOf(region: RegionCode, indicator: string): string {
  return `${region}/${indicator}`
}
