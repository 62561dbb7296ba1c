import type { Column } from '../domain/column.js'
import type { CorrectionAction } from '../domain/correction.js'
import type { CorrectedCell, CorrectedFigure } from '../domain/history-data.js'
import type { QualityDeclared } from '../domain/quality-data.js'
import type { RegionCode } from '../domain/region.js'
import { isNumeric } from '../domain/stored-text.js'
import type { Topic } from '../domain/topic.js'
import { type FormulaSource, formulaReader } from '../warehouse/indicator-formula.js'
import type { Warehouse } from '../warehouse/warehouse.js'

interface CorrectionRow {
  line: number
  dataset: string
  region_code: RegionCode
  region_name: string
  period: string
  column_name: string | null
  action: CorrectionAction
  found: string | null
  put: string | null
  decided_on: string
  decided_by: string
  reason: string
}

const namedRows = `
  select corrections.*, regions.region_name
  from marts.corrections
  inner join raw.calendar on calendar.dataset = corrections.dataset and calendar.period = corrections.period
  inner join marts.regions on regions.region_code = corrections.region_code
    and regions.valid_from <= calendar.last_month and regions.valid_to >= calendar.last_month`

/** The declared corrections in force, in the order of their file. */
export async function declaredCorrections(warehouse: Warehouse, topics: readonly Topic[]): Promise<QualityDeclared[]> {
  const rows = await warehouse.query<CorrectionRow>(`${namedRows} order by line`)
  return rows.map((row) => {
    const { line, period, decided_by, decided_on, reason } = row
    const title = datasetOf(row, topics)?.title ?? { zh: row.dataset, en: row.dataset }
    return {
      line,
      title,
      period,
      cell: cellOf(row, topics),
      decided_by,
      decided_on,
      reason,
    }
  })
}

/** The figures that are made with a corrected cell, or one that is pointed out, as the formulas say: of every region at or above it. */
export async function correctedFigures(warehouse: Warehouse, topics: readonly Topic[]): Promise<CorrectedFigure[]> {
  const rows = await warehouse.query<CorrectionRow>(`${namedRows} order by line`)
  if (rows.length === 0) return []
  const formulaOf = await formulaReader(warehouse)
  const formulas: { indicator_id: string; dataset: string; sources: readonly FormulaSource[] }[] = []
  for (const { dataset, indicators } of topics)
    for (const { id } of indicators)
      formulas.push({ indicator_id: id, dataset: dataset.id, sources: (await formulaOf(id))?.sources ?? [] })
  const figures: CorrectedFigure[] = []
  for (const row of rows) {
    const touched = new Map<string, CorrectedFigure>()
    for (const { indicator_id, dataset, sources } of formulas)
      for (const source of sources.filter((each) => isRead(each, row)))
        for (const { region_code, period } of await figuresMadeWith(warehouse, row, dataset, source)) {
          const key = `${region_code}/${period}`
          const ids = touched.get(key)?.indicator_ids ?? []
          if (ids.includes(indicator_id)) continue
          touched.set(key, { region_code, period, indicator_ids: [...ids, indicator_id], cell: cellOf(row, topics) })
        }
    figures.push(...touched.values())
  }
  return figures
}

function isRead({ dataset, columns }: FormulaSource, correction: CorrectionRow): boolean {
  const { column_name } = correction
  return dataset === correction.dataset && (column_name === null || columns.includes(column_name))
}

/** Regions and periods whose figure a row of a return counts in: its own, or those that look it up, such as next year's. */
async function figuresMadeWith(
  warehouse: Warehouse,
  { region_code, period }: CorrectionRow,
  dataset: string,
  { rows }: FormulaSource,
): Promise<Pick<CorrectedFigure, 'region_code' | 'period'>[]> {
  const own = 'select $1 as region_code, $2 as period, $1 as source_region_code, $2 as source_period'
  return warehouse.query(
    `select distinct ancestors.region_code, units.period
     from (${rows ?? own}) as units
     inner join raw.calendar on calendar.dataset = $3 and calendar.period = units.period
     inner join marts.ancestors on ancestors.unit_code = units.region_code
       and ancestors.from_month <= calendar.last_month and ancestors.to_month >= calendar.last_month
     where units.source_region_code = $1 and units.source_period = $2
     order by all`,
    [region_code, period, dataset],
  )
}

function datasetOf({ dataset }: CorrectionRow, topics: readonly Topic[]) {
  return topics.map((topic) => topic.dataset).find(({ id }) => id === dataset)
}

function cellOf(row: CorrectionRow, topics: readonly Topic[]): CorrectedCell {
  const column = datasetOf(row, topics)?.columns.find(({ name }) => name === row.column_name) ?? null
  return {
    region_name: row.region_name,
    column: column && { header: column.header, unit: column.unit },
    action: row.action,
    found: column && readStored(column, row.found),
    put: column && readStored(column, row.put),
  }
}

function readStored(column: Column, text: string | null): number | string | null {
  return text !== null && isNumeric(column) ? Number(text) : text
}
