import type { Period } from '../domain/period.js'
import { listOf } from './partial.js'
import type { Warehouse } from './warehouse.js'

/** Keeps the figures of some periods, and the alerts, as they are now. */
export async function rememberBefore(warehouse: Warehouse, periods: ReadonlySet<Period>): Promise<void> {
  await warehouse.run(`create or replace temp table values_before as
      select region_code, period, indicator_id, value, numerator, denominator, units_reported
      from marts.indicator_values where units_reported > 0 and period in (${listOf(periods)});
    create or replace temp table runs_before as select * from marts.alert_runs`)
}

/**
 * Writes down what the file with this place in the order of receipt moved since, and which alerts it undid; or, where a day is given,
 * what the corrections decided on it did: they stand for the file under `corrections <day>`.
 */
export async function compareWithBefore(warehouse: Warehouse, seq: number, day: string | null): Promise<void> {
  const file =
    day === null
      ? `(select submission_id, received_on from raw.submissions where seq = ${seq}) as file`
      : `(select 'corrections ${day}' as submission_id, date '${day}' as received_on) as file`
  await warehouse.run(`insert into raw.revisions by name
    select ${seq} as seq, file.submission_id, file.received_on, before.region_code, before.period, before.indicator_id,
      before.value as value_before, now.value as value_after, before.numerator as numerator_before,
      now.numerator as numerator_after, before.denominator as denominator_before, now.denominator as denominator_after,
      before.units_reported as units_before, now.units_reported as units_after, now.units_expected
    from values_before as before
    cross join ${file}
    left join marts.indicator_values as now
      on now.region_code = before.region_code and now.period = before.period and now.indicator_id = before.indicator_id
    where before.value is distinct from now.value or before.numerator is distinct from now.numerator
      or before.denominator is distinct from now.denominator
    order by before.region_code, before.period, before.indicator_id`)
  await warehouse.run(`insert into raw.withdrawals by name
    select ${seq} as seq, file.submission_id, file.received_on as withdrawn_on, before.* exclude (
      state, closed_period, silent_periods, age_periods, earlier_value
    )
    from runs_before as before
    cross join ${file}
    where not exists (
      select 1 from marts.alert_runs as now
      where now.place = before.place and now.indicator_id = before.indicator_id
        and now.opened_ordinal <= before.latest_ordinal and now.latest_ordinal >= before.opened_ordinal
    )
    order by before.alert_id`)
}
