import { columnsOf } from './canonical.js'
import { type ColumnPath, columnsIn, isSameRow, itemNamed, type Scope, tableAt } from './column-source.js'
import { sourceRows } from './source-rows.js'
import {
  branchesOf,
  type Expression,
  expressionSql,
  type NamedQuery,
  parseSql,
  type Query,
  type Select,
  sqlOf,
} from './sql-tree.js'
import type { Warehouse } from './warehouse.js'

/** A column of a return in a formula. */
export interface FormulaColumn {
  dataset: string
  column: string
}

/** The same in a part of the formula, where it may be that of another row than the unit's own of the period. */
export interface TermColumn extends FormulaColumn {
  is_of_other_row: boolean
}

/** What is above or below the line, or (`value`) the whole figure where it is no sum of parts. */
export interface Term {
  name: 'numerator' | 'denominator' | 'value'
  expression: Expression
  /** The expression as text. */
  sql: string
  columns: readonly TermColumn[]
}

/** Rows of a return that a formula reads. */
export interface FormulaSource {
  dataset: string
  columns: readonly string[]
  /** SQL of `region_code, period, source_region_code, source_period`; null: each unit's own row of the period. */
  rows: string | null
  /** How one row is chosen where a unit has several (`max`); null where it has one. */
  chosen_by: string | null
}

/** How an indicator comes about, as the SQL that makes it says. */
export interface IndicatorFormula {
  terms: readonly Term[]
  sources: readonly FormulaSource[]
  /** The column of a return that a name in one of the expressions stands for; null when it is none. */
  columnOf(names: readonly string[]): FormulaColumn | null
  /** True for a name that stands for a column of another row than the unit's own of the period, such as that of the year before. */
  isOfOtherRow(names: readonly string[]): boolean
}

/** The models that make figures: of parts that are summed, and of none. */
const models = ['marts.indicator_parts', 'marts.indicator_direct'] as const

/** Reads formulas out of the SQL that a warehouse was made by. */
export async function formulaReader(
  warehouse: Warehouse,
): Promise<(indicator: string) => Promise<IndicatorFormula | null>> {
  const made = await warehouse.query<{ model: string; sql: string }>('select model, sql from raw.models')
  const tables = await columnsOf(warehouse, null)
  const wanted = made.filter(({ model }) => models.some((name) => name === model))
  const queries = await parseSql(
    warehouse,
    wanted.map(({ sql }) => sql),
  )
  return async (indicator) => {
    for (const query of queries) {
      const found = selectOf(query, indicator, { queries: new Map(), tables })
      if (found) return formulaOf(warehouse, found.select, found.scope)
    }
    return null
  }
}

/** The select that names an indicator, and what the names in it stand for. */
function selectOf(query: Query, indicator: string, around: Scope): { select: Select; scope: Scope } | null {
  const own = query.cte_map.map.map((named): [string, NamedQuery] => [named.key, named])
  const scope = { ...around, queries: new Map([...around.queries, ...own]) }
  if (query.type === 'SELECT_NODE' && query.select_list.some(({ value }) => value?.value === indicator))
    return { select: query, scope }
  const below = [
    ...own.map(([, { value }]) => value.query.node),
    ...(query.type === 'SELECT_NODE' ? [] : branchesOf(query)),
  ]
  for (const one of below) {
    const found = selectOf(one, indicator, scope)
    if (found) return found
  }
  return null
}

async function formulaOf(warehouse: Warehouse, select: Select, scope: Scope): Promise<IndicatorFormula> {
  const terms: Term[] = []
  const paths: ColumnPath[] = []
  const isOwn = ownRow(select, scope)
  for (const name of ['numerator', 'denominator', 'value'] as const) {
    const expression = itemNamed(select, name)
    if (expression === undefined) continue
    const found = columnsIn(expression, select, scope).filter(isReported)
    // Where the value is given directly, a part that no column is in is only a count beside it.
    if (found.length === 0 && name !== 'value' && itemNamed(select, 'value')) continue
    paths.push(...found)
    const sql = await expressionSql(warehouse, expression, select)
    terms.push({
      ...{ name, expression, sql },
      columns: found.map((path) => ({ ...formulaColumn(path), is_of_other_row: !isOwn(path) })),
    })
  }
  const pathOf = (names: readonly string[]) => {
    const reference = { class: 'COLUMN_REF', type: 'COLUMN_REF', alias: '', column_names: [...names] }
    return columnsIn(reference, select, scope).find(isReported)
  }
  return {
    terms,
    sources: await sourcesOf(warehouse, select, paths, scope),
    columnOf: (names) => {
      const path = pathOf(names)
      return path ? formulaColumn(path) : null
    },
    isOfOtherRow: (names) => {
      const path = pathOf(names)
      return path !== undefined && !isOwn(path)
    },
  }
}

/** Tells whether a way leads to the row that gives a unit its code and period. */
function ownRow(select: Select, scope: Scope): (path: ColumnPath) => boolean {
  const unit = ['region_code', 'period'].map((name) => {
    const item = itemNamed(select, name)
    return item ? columnsIn(item, select, scope).find((path) => path.column === name) : undefined
  })
  return (path) => unit.every((key) => key !== undefined && isSameRow(key, path))
}

/** The rows that the ways lead to, each once. */
async function sourcesOf(
  warehouse: Warehouse,
  select: Select,
  paths: readonly ColumnPath[],
  scope: Scope,
): Promise<FormulaSource[]> {
  const isOwn = ownRow(select, scope)
  const sources: FormulaSource[] = []
  const seen: ColumnPath[] = []
  for (const path of paths) {
    if (seen.some((other) => isSameRow(other, path))) continue
    seen.push(path)
    const columns = [...new Set(paths.filter((other) => isSameRow(other, path)).map(({ column }) => column))]
    const { dataset } = formulaColumn(path)
    const rows = isOwn(path) ? null : await sqlOf(warehouse, sourceRows(select, path, scope))
    sources.push({ dataset, columns, rows, chosen_by: path.chosen_by })
  }
  return sources
}

/** What regions reported, as against the list of regions and the like. */
function isReported(path: ColumnPath): boolean {
  return tableAt(path).startsWith('staging.')
}

function formulaColumn(path: ColumnPath): FormulaColumn {
  return { dataset: tableAt(path).slice('staging.'.length), column: path.column }
}
