import type { Dataset } from '../domain/dataset.js'
import { type FigureOrigin, type OriginData, type OriginNode, type OriginRow, rowKey } from '../domain/figure-origin.js'
import type { Indicator } from '../domain/indicator.js'
import { monthsOf, type Period } from '../domain/period.js'
import type { RegionCode, RegionLevel } from '../domain/region.js'
import type { Topic } from '../domain/topic.js'
import { formulaReader } from '../warehouse/indicator-formula.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { figureHeads, headKey } from './origin-figures.js'
import { originFiles } from './origin-files.js'
import { originFormula } from './origin-formula.js'
import { originRanges } from './origin-ranges.js'
import { type RegionQuestion, regionTrees } from './origin-regions.js'
import { originRows } from './origin-rows.js'
import { isDirect, leavesOf, type TakenFigure, takenRows } from './origin-taken.js'
import { settleUnits } from './origin-units.js'

/** Figures of a return's indicators in one period that are asked about. */
export interface FigureQuestion {
  dataset: Dataset
  indicators: readonly Indicator[]
  period: Period
  regions: readonly RegionCode[]
  /** The level down to which regions are named: single rows at the return's own, sums with their places in files above it. */
  leaf: RegionLevel
}

/** What origins are worked out with. */
export interface OriginContext {
  topics: readonly Topic[]
  release: string
  /** Hides personal numbers in what senders wrote. */
  mask: (text: string) => string
}

/** A question with the figures that it asks about, each with the rows that it takes. */
interface Draft {
  question: FigureQuestion
  figures: TakenFigure[]
}

/** Where figures come from: everything that the warehouse knows of them, in as few questions as it takes. */
export async function originsOf(
  warehouse: Warehouse,
  questions: readonly FigureQuestion[],
  context: OriginContext,
): Promise<OriginData> {
  const read = await formulaReader(warehouse)
  const drafts: Draft[] = []
  for (const question of questions) {
    const trees = await regionTrees(warehouse, regionQuestion(question))
    const figures: TakenFigure[] = []
    for (const indicator of question.indicators) {
      const formula = await read(indicator.id)
      const own = trees.get(indicator.id)
      if (formula && own) figures.push(await takenRows(warehouse, question, { indicator, formula, trees: own }))
    }
    drafts.push({ question, figures })
  }
  const rows = await rowsOf(warehouse, drafts, context)
  const figures: FigureOrigin[] = []
  for (const draft of drafts) figures.push(...(await figuresOf(warehouse, draft, rows, context)))
  const files = await originFiles(warehouse, figures, rows, context.mask)
  return { release: context.release, figures, rows: Object.fromEntries(rows), files }
}

/** Every row that one of the figures takes, each with all columns that any of them reads. */
async function rowsOf(
  warehouse: Warehouse,
  drafts: readonly Draft[],
  { mask }: OriginContext,
): Promise<Map<string, OriginRow>> {
  type Key = { region_code: RegionCode; period: Period }
  const wanted = new Map<string, { columns: Set<string>; keys: Map<string, Key> }>()
  for (const { formula, taken } of drafts.flatMap(({ figures }) => figures)) {
    for (const { dataset, columns } of formula.sources) {
      const entry = wanted.get(dataset) ?? { columns: new Set(), keys: new Map() }
      for (const column of columns) entry.columns.add(column)
      wanted.set(dataset, entry)
    }
    for (const { dataset, from, period } of taken)
      wanted.get(dataset)?.keys.set(rowKey(dataset, from, period), { region_code: from, period })
  }
  const rows = new Map<string, OriginRow>()
  for (const [dataset, { columns, keys }] of wanted) {
    const found = await originRows(warehouse, { dataset, columns: [...columns], keys: [...keys.values()] }, mask)
    for (const [key, row] of found) rows.set(key, row)
  }
  return rows
}

/** The figures of a question, their units with their rows. */
async function figuresOf(
  warehouse: Warehouse,
  { question, figures }: Draft,
  rows: ReadonlyMap<string, OriginRow>,
  { topics, mask }: OriginContext,
): Promise<FigureOrigin[]> {
  const { period, dataset, leaf, regions, indicators } = question
  const ids = indicators.map(({ id }) => id)
  const heads = await figureHeads(warehouse, ids, period, regions)
  const sums = figures.filter(({ formula }) => !isDirect(formula))
  for (const { trees, taken, formula } of figures) {
    const keys = new Map<RegionCode, string[]>()
    for (const one of taken) {
      const key = rowKey(one.dataset, one.from, one.period)
      if (rows.has(key)) keys.set(one.region_code, [...(keys.get(one.region_code) ?? []), key])
    }
    // A unit may count towards several regions: after a split, and where one of them lies within another.
    for (const node of isDirect(formula) ? trees.values() : leavesOf(trees))
      node.rows = keys.get(node.region_code) ?? []
  }
  const leaves = sums.flatMap(({ trees }) => leavesOf(trees))
  if (leaf === dataset.grain) await settleUnits(warehouse, leaves, { dataset: dataset.id, period }, rows)
  else if (sums.length > 0) await placeRanges(warehouse, question, sums, mask)
  return figures.flatMap(({ indicator, formula, trees }) => {
    const said = originFormula(formula, indicator, topics)
    return [...trees].flatMap(([code, region]): FigureOrigin[] => {
      const head = heads.get(headKey(indicator.id, code))
      if (head === undefined) return []
      if (isDirect(formula)) Object.assign(region, { counted: head.units_reported, value: head.value })
      else divide(region, said.scale)
      return [{ indicator_id: indicator.id, period, ...head, formula: said, region }]
    })
  })
}

/** Says of regions that are not opened down to rows where these stand. */
async function placeRanges(
  warehouse: Warehouse,
  question: FigureQuestion,
  figures: readonly TakenFigure[],
  mask: (text: string) => string,
): Promise<void> {
  const { dataset } = question
  const ranges = await originRanges(warehouse, regionQuestion(question), mask)
  for (const { formula, trees } of figures) {
    const own = formula.sources.filter((source) => source.dataset === dataset.id).flatMap(({ columns }) => columns)
    for (const node of leavesOf(trees))
      node.ranges = (ranges.get(node.region_code) ?? []).map(({ letters, ...range }) => ({
        ...range,
        letters: own.flatMap((column) => letters.get(column) ?? []),
      }))
  }
}

function regionQuestion({ dataset, indicators, period, regions, leaf }: FigureQuestion): RegionQuestion {
  const ids = indicators.map(({ id }) => id)
  return {
    indicators: ids,
    dataset: dataset.id,
    grain: dataset.grain,
    leaf,
    period,
    month: monthsOf(period).last,
    regions,
  }
}

function divide(node: OriginNode, scale: number): void {
  const { numerator, denominator } = node
  node.value = numerator === null || !denominator ? null : (scale * numerator) / denominator
  for (const child of node.children) divide(child, scale)
}
