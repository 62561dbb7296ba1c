import type { AskedChange, AskedData, AskedReturn, AskedTwice } from '../domain/burden-data.js'
import type { Column } from '../domain/column.js'
import { type Dataset, isKeyed } from '../domain/dataset.js'
import type { Frequency, Period } from '../domain/period.js'
import type { RegionLevel } from '../domain/region.js'
import { isNumeric } from '../domain/stored-text.js'
import type { Topic } from '../domain/topic.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { askedChanges } from './asked-changes.js'

/** How many issues of a return there are in a year. */
const issues: Record<Frequency, number> = { M: 12, Q: 4, A: 1 }

/** What the returns ask: how many cells, what twice, and what is new since a year ago. Published figures of the nation are asked of nobody. */
export async function askedData(warehouse: Warehouse, topics: readonly Topic[]): Promise<AskedData> {
  const datasets = topics.map(({ dataset }) => dataset).filter(({ grain }) => grain !== 'nation')
  const regions = await regionsByLevel(warehouse)
  const returns: AskedReturn[] = []
  for (const dataset of datasets)
    returns.push(
      askedReturn(
        dataset,
        isKeyed(dataset) ? await rowsReported(warehouse, dataset) : (regions.get(dataset.grain) ?? 0),
      ),
    )
  const changes: AskedChange[] = await askedChanges(warehouse, datasets)
  return { returns, twice: askedTwice(datasets, regions), changes }
}

function askedReturn(dataset: Dataset, rows: number): AskedReturn {
  const { id, title, frequency, grain, columns } = dataset
  const cells = columns.length * rows
  return {
    ...{ dataset: id, title, frequency, grain, rows, cells },
    columns: columns.length,
    required: columns.filter(({ required }) => required).length,
    is_list: isKeyed(dataset),
    cells_a_year: cells * issues[frequency],
  }
}

/**
 * Figures that two returns ask of the same regions: columns with the same name in data or the same heading in the form, also as an accepted
 * other one. Lists are left out: their lines are not facts about a region.
 */
export function askedTwice(datasets: readonly Dataset[], regions: ReadonlyMap<RegionLevel, number>): AskedTwice[] {
  const groups: { dataset: Dataset; column: Column }[][] = []
  for (const dataset of datasets) {
    if (isKeyed(dataset)) continue
    for (const column of dataset.columns.filter(isNumeric)) {
      const group = groups.find((members) =>
        members.some((one) => one.dataset.grain === dataset.grain && isSameFact(one.column, column)),
      )
      if (group) group.push({ dataset, column })
      else groups.push([{ dataset, column }])
    }
  }
  return groups
    .filter((members) => new Set(members.map(({ dataset }) => dataset)).size > 1)
    .map((members) => {
      const [first, ...others] = members.toSorted(
        (a, b) => issues[b.dataset.frequency] - issues[a.dataset.frequency] || a.dataset.due_day - b.dataset.due_day,
      ) as [(typeof members)[number], ...typeof members]
      const { grain } = first.dataset
      return {
        header: first.column.header,
        grain,
        returns: [first, ...others].map(({ dataset: { id, title, frequency }, column: { name, header } }) => ({
          ...{ dataset: id, title, column: name, header, frequency },
        })),
        cells_a_year: others.reduce(
          (sum, { dataset }) => sum + issues[dataset.frequency] * (regions.get(grain) ?? 0),
          0,
        ),
      }
    })
}

function isSameFact(a: Column, b: Column): boolean {
  if (a.name === b.name) return true
  const isHeaded = ({ header, group }: Column, other: Column) =>
    (group?.zh ?? '') === (other.group?.zh ?? '') &&
    (other.header.zh === header.zh || other.aliases.includes(header.zh))
  return isHeaded(a, b) || isHeaded(b, a)
}

async function regionsByLevel(warehouse: Warehouse): Promise<Map<RegionLevel, number>> {
  const rows = await warehouse.query<{ region_level: RegionLevel; regions: number }>(
    'select region_level, count(distinct region_code) as regions from marts.regions where is_current group by region_level',
  )
  return new Map(rows.map(({ region_level, regions }) => [region_level, regions]))
}

/** The lines of a list in the last period of which any came. */
async function rowsReported(warehouse: Warehouse, { id }: Dataset): Promise<number> {
  const [row] = await warehouse.query<{ rows: number | null; period: Period | null }>(
    `select sum(rows_loaded) as rows, max(period) as period from marts.current_submissions
     where dataset = $1 and period = (select max(period) from marts.current_submissions where dataset = $1)`,
    [id],
  )
  return row?.rows ?? 0
}
