import type { Columns, EarlierData, EarlierFigures } from '../domain/earlier-data.js'
import type { Change } from '../domain/page-data.js'
import type { Period } from '../domain/period.js'
import type { RegionCode } from '../domain/region.js'
import type { Topic } from '../domain/topic.js'
import type { Warehouse } from '../warehouse/warehouse.js'

type Field = keyof EarlierFigures['figures']

/** How each field of a figure is read from its status. */
const fields: Record<Field, string> = {
  value: 'round(statuses.value, 4)',
  numerator: 'cast(statuses.numerator as double)',
  denominator: 'cast(statuses.denominator as double)',
  units_expected: 'statuses.units_expected',
  units_reported: 'statuses.units_reported',
  status: 'statuses.status',
  warning: 'cast(statuses.warning as double)',
  critical: 'cast(statuses.critical as double)',
  target: 'cast(statuses.target as double)',
  gap: 'statuses.gap',
  arrival_period: 'statuses.arrival_period',
  target_gap: 'statuses.target_gap',
  target_arrival_period: 'statuses.target_arrival_period',
  pace: 'round(statuses.pace, 6)',
}

/** And each of a change, from either of the two changes of the figure. */
const changeFields: Record<keyof Change, string> = {
  value_before: 'round({change}.value_before, 4)',
  from_numerator: 'round({change}.from_numerator, 4)',
  from_denominator: 'round({change}.from_denominator, 4)',
  from_units: 'round({change}.from_units, 4)',
  is_same_units: '{change}.is_same_units',
}

interface Column {
  part: 'figures' | 'previous' | 'year_before'
  field: string
  sql: string
}

const columns: readonly Column[] = [
  ...Object.entries(fields).map(([field, sql]) => ({ part: 'figures', field, sql }) as const),
  ...(['previous', 'year_before'] as const).flatMap((part) =>
    Object.entries(changeFields).map(([field, sql]) => ({ part, field, sql: sql.replace('{change}', part) })),
  ),
]

const nameOf = ({ part, field }: Column) => `${part}_${field}`

/** The figures of all periods of a page's indicators, of the city and the counties of today, as known today. */
export async function earlierData(
  warehouse: Warehouse,
  topics: readonly Topic[],
  city: RegionCode,
): Promise<EarlierData> {
  // Named in conditions, so that the engine reads nothing of other indicators.
  const ids = topics.flatMap(({ indicators }) => indicators.map(({ id }) => `'${id}'`)).join(', ')
  const ofChange = (against: string) =>
    `left join changes as ${against} on ${against}.against = '${against}' and ${against}.region_code = grid.region_code
         and ${against}.indicator_id = grid.indicator_id and ${against}.period = grid.period`
  const rows = await warehouse.query<Record<string, string>>(
    `with places as (
       select distinct region_code, place from marts.regions
       where is_current and (region_level = 'county' or region_code = $1)
     ),
     known as (
       select * from marts.statuses
       where indicator_id in (${ids}) and region_level in ('province', 'prefecture', 'county')
     ),
     changes as (
       select * from marts.changes
       where indicator_id in (${ids}) and region_level in ('province', 'prefecture', 'county')
     ),
     grid as (
       select known.indicator_id, known.period, known.ordinal, places.region_code, places.place
       from known cross join places
       where known.region_code = $1
     ),
     cells as (
       select grid.indicator_id, grid.period, grid.region_code, indicators.position,
         row_number() over (order by grid.region_code <> $1, grid.region_code, grid.ordinal) as turn,
         ${columns.map((column) => `${column.sql} as ${nameOf(column)}`).join(', ')}
       from grid
       inner join raw.indicators on indicators.indicator_id = grid.indicator_id
       left join known as statuses on statuses.place = grid.place and statuses.indicator_id = grid.indicator_id
         and statuses.period = grid.period
       ${ofChange('previous')}
       ${ofChange('year_before')}
     ),
     -- Put in order once, not once a column.
     ordered as (
       select indicator_id, position, list(cells order by turn) as list from cells group by indicator_id, position
     )
     select indicator_id, to_json(list_distinct([x.period for x in list])) as periods,
       to_json(list_distinct([x.region_code for x in list])) as regions,
       ${columns.map((column) => `to_json([x.${nameOf(column)} for x in list]) as ${nameOf(column)}`).join(', ')}
     from ordered
     order by position`,
    [city],
  )
  return { indicators: rows.map((row) => earlierFigures(row, city)) }
}

function earlierFigures(row: Record<string, string>, city: RegionCode): EarlierFigures {
  const parsed = <Value>(name: string): Value[] => JSON.parse(row[name] ?? '[]')
  const regions = parsed<RegionCode>('regions').sort()
  const part = <Row>(name: Column['part']): Columns<Row> =>
    Object.fromEntries(
      columns
        .filter((column) => column.part === name)
        .map((column) => [column.field, parsed(nameOf(column))] as const)
        .filter(([, values]) => values.some((value) => value !== null)),
    ) as Columns<Row>
  return {
    indicator_id: row.indicator_id ?? '',
    periods: parsed<Period>('periods').sort(),
    regions: [city, ...regions.filter((code) => code !== city)],
    figures: part('figures'),
    previous: part('previous'),
    year_before: part('year_before'),
  }
}
