import type { Period } from '../domain/period.js'
import type { OrderedModel } from './model.js'
import { listOf, type Partial } from './partial.js'
import type { Warehouse } from './warehouse.js'

/** What makes a line over time. */
const series = ['place', 'indicator_id'] as const

/**
 * Brings the runs beyond a line up to date after some periods' statuses changed. A line that stood clear before the first of them may be
 * begun there, since nothing of its past is carried over; one that stood in a run is begun again where the run opened. What ended
 * before stays, and so does a line that is in no run and has nothing beyond it: there is no run to find.
 */
export async function updateRuns(
  warehouse: Warehouse,
  partial: Partial,
  { table, sql, reads }: OrderedModel,
  periods: ReadonlySet<Period>,
): Promise<void> {
  const same = (a: string, b: string) => series.map((name) => `${a}.${name} = ${b}.${name}`).join(' and ')
  await warehouse.run(`create or replace table partly.main.restarts as
    with touched as (
      select ${series.join(', ')}, min(ordinal) as ordinal, min(period) as period,
        bool_or(status in ('warning', 'critical')) as is_below
      from marts.statuses where period in (${listOf(periods)})
      group by ${series.join(', ')}
    )
    select ${series.map((name) => `touched.${name}`).join(', ')},
      coalesce(
        max(before.opened_ordinal) filter (before.opened_ordinal < touched.ordinal),
        any_value(touched.ordinal)
      ) as ordinal
    from touched
    left join ${table} as before on ${same('before', 'touched')}
      and coalesce(before.closed_period >= touched.period, true)
    group by ${series.map((name) => `touched.${name}`).join(', ')}
    having any_value(touched.is_below) or count(before.place) > 0`)
  const isAfter = (column: string) => `${same('restarts', 'rows')} and rows.${column} >= restarts.ordinal`
  const onward = `as rows semi join partly.main.restarts as restarts on ${isAfter('ordinal')}`
  await partial.show(reads, (read) => (read === 'marts.statuses' ? onward : ''))
  await warehouse.run(
    `delete from ${table} as rows using partly.main.restarts as restarts where ${isAfter('opened_ordinal')}`,
  )
  await partial.insert(table, sql)
}
