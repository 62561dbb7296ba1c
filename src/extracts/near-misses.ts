import type { NearMiss } from '../domain/alert-data.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import type { PlacedFigure } from './figures.js'

/** The shown figures that are within their line by less than the clear margin; the nearest first. */
export async function nearMissesOf(warehouse: Warehouse, figures: readonly PlacedFigure[]): Promise<NearMiss[]> {
  const shown = new Set(figures.map(keyOf))
  const periods = [...new Set(figures.map(({ period }) => `'${period}'`))].join(', ') || 'null'
  const rows = await warehouse.query<NearMiss>(
    `select near.region_code, near.indicator_id, near.period, round(near.value, 4) as value,
       cast(near.line as double) as warning, round(-near.distance, 4) as room
     from marts.near_misses as near
     inner join raw.indicators on indicators.indicator_id = near.indicator_id
     where near.period in (${periods})
     order by indicators.position, -near.distance, near.region_code`,
  )
  return rows.filter((row) => shown.has(keyOf(row)))
}

function keyOf({
  region_code,
  indicator_id,
  period,
}: Pick<NearMiss, 'region_code' | 'indicator_id' | 'period'>): string {
  return `${region_code}/${indicator_id}/${period}`
}
