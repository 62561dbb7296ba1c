import type { Topic } from '../domain/topic.js'
import { type Changed, changedBy, type DatasetPeriod } from './changed.js'
import { loadRun, type Run } from './load-reference.js'
import type { Warehouse } from './warehouse.js'

/**
 * Moves a warehouse on to a later run: its month, its day, its calendar. Gives the periods of which something may differ by that alone:
 * those that begin to count, those whose day of return has passed, and those of a dataset that began earlier than was known.
 */
export async function moveRun(warehouse: Warehouse, topics: readonly Topic[], run: Run): Promise<Changed> {
  await warehouse.run(`create or replace temp table run_before as select * from raw.run;
    create or replace temp table calendar_before as select * from raw.calendar;
    delete from raw.run; delete from raw.calendar`)
  await loadRun(warehouse, topics, run)
  const rows = await warehouse.query<DatasetPeriod>(
    `select distinct calendar.dataset, calendar.period
     from raw.calendar
     cross join run_before
     cross join raw.run
     left join calendar_before as before on before.dataset = calendar.dataset and before.period = calendar.period
     left join marts.first_periods on first_periods.dataset = calendar.dataset
     left join (select dataset, min(period) as first_period from raw.submission_units group by dataset) as now
       on now.dataset = calendar.dataset
     where before.period is null
       or (calendar.due_date >= run_before.as_of and calendar.due_date < run.as_of)
       or (now.first_period is distinct from first_periods.first_period and calendar.period >= now.first_period)`,
  )
  return changedBy(rows)
}
