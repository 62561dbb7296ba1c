import type { OriginNode } from '../domain/figure-origin.js'
import type { Indicator } from '../domain/indicator.js'
import type { Period } from '../domain/period.js'
import type { RegionCode } from '../domain/region.js'
import { inList } from '../warehouse/in-list.js'
import type { IndicatorFormula } from '../warehouse/indicator-formula.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import type { FigureQuestion } from './origins.js'

/** A row of a return that a region's figure takes: the row of region `from` in the period. */
export interface TakenRow {
  region_code: RegionCode
  dataset: string
  from: RegionCode
  period: Period
}

/** An indicator's figures with their regions and the rows that these take. */
export interface TakenFigure {
  indicator: Indicator
  formula: IndicatorFormula
  trees: Map<RegionCode, OriginNode>
  taken: TakenRow[]
}

/** Finds the rows that figures take: of each unit its own, and those that the formula's joins lead to. Sums above units take none. */
export async function takenRows(
  warehouse: Warehouse,
  { dataset, period, leaf }: FigureQuestion,
  figure: Omit<TakenFigure, 'taken'>,
): Promise<TakenFigure> {
  const { formula, trees } = figure
  const direct = isDirect(formula)
  if (direct) for (const tree of trees.values()) tree.children = []
  const taken: TakenRow[] = []
  if (!direct && leaf !== dataset.grain) return { ...figure, taken }
  const codes = [...new Set((direct ? [...trees.values()] : leavesOf(trees)).map(({ region_code }) => region_code))]
  for (const source of formula.sources) {
    const rows = source.rows
      ? await joinedRows(warehouse, source.rows, codes, period)
      : codes.map((region_code) => ({ region_code, from: region_code, period }))
    taken.push(...rows.map((row) => ({ ...row, dataset: source.dataset })))
  }
  return { ...figure, taken }
}

/** True for a figure that is no quotient of sums. */
export function isDirect({ terms }: IndicatorFormula): boolean {
  return terms.some(({ name }) => name === 'value')
}

/** The regions at the end of each branch. */
export function leavesOf(trees: ReadonlyMap<RegionCode, OriginNode>): OriginNode[] {
  const below = (node: OriginNode): OriginNode[] => (node.children.length === 0 ? [node] : node.children.flatMap(below))
  return [...trees.values()].flatMap(below)
}

function joinedRows(
  warehouse: Warehouse,
  rows: string,
  codes: readonly RegionCode[],
  period: Period,
): Promise<Omit<TakenRow, 'dataset'>[]> {
  return warehouse.query(
    `select distinct region_code, source_region_code as "from", source_period as period from (${rows}) as source_rows
     where region_code in ${inList(1)} and period = $2 order by 1, 2, 3`,
    [codes.join(','), period],
  )
}
