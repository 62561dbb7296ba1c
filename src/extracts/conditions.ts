import type { Column } from '../domain/column.js'
import type { Dataset } from '../domain/dataset.js'
import { type Period, shiftPeriod } from '../domain/period.js'
import { type RegionCode, RegionLevel } from '../domain/region.js'
import type { ComparedLevel, Condition } from '../domain/region-data.js'
import type { Topic } from '../domain/topic.js'
import { quoted, type Warehouse } from '../warehouse/warehouse.js'

/** The levels that regions are compared within. */
export const comparedLevels: readonly ComparedLevel[] = ['county', 'township']

/** A condition with the column that it is. */
export interface ColumnCondition {
  condition: Condition
  dataset: Dataset
  column: Column
}

/** The latest complete value of a condition, by region. */
export type ConditionValues = ColumnCondition & { values: Map<RegionCode, number> }

/** How far back a value may lie: of an annual return the last one may be nearly two years old. */
const months = 24

/** Everything that similar regions are chosen by, in the order of the catalog. */
export function declaredConditions(topics: readonly Topic[]): ColumnCondition[] {
  return topics.flatMap(({ dataset, conditions = [] }) =>
    conditions.map(({ column: id, name }) => {
      const column = dataset.columns.find((each) => each.name === id)
      if (!column) throw new Error(`no column of ${dataset.id}: ${id}`)
      return { condition: { name, unit: column.unit }, dataset, column }
    }),
  )
}

/** True where a condition is known of regions of a level: counts are added up, an amount a head is that of its own level alone. */
export function isKnownAt({ dataset, column }: ColumnCondition, level: RegionLevel): boolean {
  const rank = (each: RegionLevel) => RegionLevel.options.indexOf(each)
  return column.kind === 'count' ? rank(level) <= rank(dataset.grain) : level === dataset.grain
}

/** The conditions of counties and townships: of each the latest period in which all that lies below it has reported. */
export async function conditionValues(
  warehouse: Warehouse,
  topics: readonly Topic[],
  month: Period,
): Promise<ConditionValues[]> {
  const all: ConditionValues[] = []
  const declared = declaredConditions(topics)
  for (const dataset of new Set(declared.map((each) => each.dataset))) {
    const own = declared.filter((each) => each.dataset === dataset)
    const rows = await valuesIn(warehouse, dataset, own, month)
    for (const [at, each] of own.entries())
      all.push({
        ...each,
        values: new Map(
          rows.flatMap((row) => (row[`value_${at}`] === null ? [] : [[row.region_code, Number(row[`value_${at}`])]])),
        ),
      })
  }
  return all
}

function valuesIn(warehouse: Warehouse, dataset: Dataset, conditions: readonly ColumnCondition[], month: Period) {
  const columns = conditions.map(({ column }) => `staged.${quoted(column.name)}`)
  const sums = columns.map((name, at) => `case when count(${name}) = count(*) then sum(${name}) end as value_${at}`)
  const latest = columns.map((_, at) => `cast(max_by(sums.value_${at}, sums.period) as double) as value_${at}`)
  return warehouse.query<{ region_code: RegionCode } & Record<`value_${number}`, number | null>>(
    `with units as (
       select region_code, unit_code from marts.ancestors
       where unit_level = $1 and region_level in ('county', 'township') and from_month <= $2 and to_month >= $2
     ),
     expected as (
       select region_code, count(*) as units from units group by region_code
     ),
     sums as (
       select units.region_code, staged.period, count(*) as units, ${sums.join(', ')}
       from units
       inner join staging.${quoted(dataset.id)} as staged on staged.region_code = units.unit_code
       inner join raw.calendar on calendar.dataset = $3 and calendar.period = staged.period
       where calendar.last_month > $4 and calendar.last_month <= $2
       group by units.region_code, staged.period
     )
     select sums.region_code, ${latest.join(', ')}
     from sums
     inner join expected on expected.region_code = sums.region_code and expected.units = sums.units
     group by sums.region_code
     order by sums.region_code`,
    [dataset.grain, month, dataset.id, shiftPeriod(month, -months)],
  )
}
