// A step of the benchmark of statuses: `judge-figures.ts FILE make COUNTIES | count lines|grain | judge`. Prints one JSON object.
import { rmSync } from 'node:fs'
import { modelFolder } from '../../pipelines/index.js'
import { inOrder, readModels } from '../../src/warehouse/model.js'
import { createRawTables } from '../../src/warehouse/raw-tables.js'
import { makeAnew } from '../../src/warehouse/transform.js'
import { Warehouse } from '../../src/warehouse/warehouse.js'

const [file = '', what, argument = ''] = process.argv.slice(2)

/** What the models of judgement read, as a refresh would have left it: monthly figures, a quarter of the lines over time in trouble. */
async function make(warehouse: Warehouse, counties: number): Promise<number> {
  await createRawTables(warehouse, [])
  await warehouse.run(`
    create schema marts;
    insert into raw.run values ('2026-12', '2026-12', date '2027-01-20', null);
    insert into raw.calendar
      select 'made', period, ordinal, period, period, date '2000-01-05' + to_months(cast(ordinal - 23999 as integer))
      from (select 24204 + i as ordinal, (24204 + i) // 12 || '-' || lpad(((24204 + i) % 12 + 1)::varchar, 2, '0') as period
        from range(120) t(i));
    insert into raw.indicators
      select 'indicator_' || i || '_pct', 'made', 'M', 'pct', 100,
        case when i % 3 = 0 then 'lower_is_better' else 'higher_is_better' end, 1, 'parts', '家', 'firms', '', '', i
      from range(40) t(i);
    insert into raw.thresholds by name
      select indicator_id || '/' || scope || '/any/' || valid_from as threshold_id, indicator_id, scope,
        line as warning, line - sign * 8 as critical, line + sign * 20 as target, 1.0 as clear_margin, 2 as clear_periods,
        10 as min_denominator, valid_from, valid_to, valid_from as first_month, coalesce(valid_to, '9999-12') as last_month
      from (
        select indicator_id, scope, valid_from, valid_to, case when direction = 'higher_is_better' then 1 else -1 end as sign,
          case when direction = 'higher_is_better' then 60 + more + since else 40 - more - since end as line
        from raw.indicators
        cross join (values ('all', 0), ('class:hill', -4), ('class:mountain', -8)) scopes(scope, more)
        cross join (values ('2000-01', '2021-12', 0), ('2022-01', null, 5)) times(valid_from, valid_to, since)
      );
    create table marts.regions as
      select lpad((100000 + i)::varchar, 6, '0') as region_code, 'county' as region_level,
        lpad((100000 + i)::varchar, 6, '0') || '/2000-01' as place,
        case i % 4 when 0 then 'urban' when 1 then 'plain' when 2 then 'hill' else 'mountain' end as region_class,
        '2000-01' as valid_from, '9999-12' as valid_to, true as is_current
      from range(${counties}) t(i);
    create table marts.indicator_values as
      select region_code, region_level, place, period, ordinal, due_date, indicator_id, false as is_carried_back,
        12 as units_expected, parts.numerator::decimal(24, 6) as numerator, parts.denominator::decimal(24, 6) as denominator,
        100.0 * parts.numerator / parts.denominator as value, case when parts.numerator is null then 0 else 12 end as units_reported
      from (
        select figures.*, case when silent then null
          else round(base * least(1, greatest(0, level + (ordinal - 24204) * slope + noise))) end as numerator,
          case when silent then null else base end as denominator
        from (
          select regions.region_code, regions.region_level, regions.place, calendar.period, calendar.ordinal, calendar.due_date,
            indicators.indicator_id, 40 + hash(place, indicator_id, 1) % 400 as base,
            abs(
              case when indicators.direction = 'higher_is_better' then 0 else 1 end - 0.55 - (hash(place, indicator_id, 2) % 1000) / 2200.0
            ) as level,
            ((hash(place, indicator_id, 3) % 1000)::bigint - 400) / 1000000.0 * 4 as slope,
            ((hash(place, indicator_id, ordinal) % 1000)::bigint - 500) / 40000.0 as noise,
            hash(place, ordinal) % 200 = 0 as silent
          from marts.regions
          cross join raw.calendar
          cross join raw.indicators
        ) as figures
      ) as parts
      order by substr(period, 1, 4), region_code, indicator_id, period;
  `)
  const [row] = await warehouse.query<{ rows: number }>('select count(*) as rows from marts.indicator_values')
  return row?.rows ?? 0
}

const counts = {
  lines: 'region_code, indicator_id',
  grain: 'region_code, period, indicator_id',
} as const

/** The models from the figures on: what a full rebuild does with them. */
async function judge(warehouse: Warehouse): Promise<void> {
  const { models } = await readModels(modelFolder)
  const own = ['marts.kinds', 'marts.thresholds_in_force', 'marts.statuses', 'marts.alert_runs']
  for (const model of await inOrder(warehouse, models)) {
    if (own.includes(model.table)) await makeAnew(warehouse, model)
  }
}

if (what === 'make') rmSync(file, { force: true })
const warehouse = await Warehouse.open(file)
await warehouse.run("set memory_limit = '7GB'")
let found: Record<string, unknown> = {}
const started = performance.now()
const startedOn = process.cpuUsage()
if (what === 'make') found = { rows: await make(warehouse, Number(argument)) }
else if (what === 'count')
  await warehouse.query(
    `select count(*) from (select ${counts[argument as keyof typeof counts]}, count(*) as rows from marts.indicator_values group by ${counts[argument as keyof typeof counts]})`,
  )
else await judge(warehouse)
const seconds = (performance.now() - started) / 1000
const { user, system } = process.cpuUsage(startedOn)
if (what === 'judge')
  found = {
    statuses: await warehouse.query('select status, count(*) as n from marts.statuses group by status order by status'),
    alerts: await warehouse.query('select state, count(*) as n from marts.alert_runs group by state order by state'),
  }
console.log(JSON.stringify({ seconds, processor: (user + system) / 1e6, ...found }))
await warehouse.close()
