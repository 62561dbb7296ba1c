-- one row is an unbroken time beyond the line: from the first period beyond it until it has been clear of it for long enough
-- grain: alert_id
-- refresh: runs
with statuses as (
  select * from marts.statuses
),

-- Silence is not recovery: a period without a figure neither opens nor closes anything.
reported as (
  select
    statuses.*,
    case when statuses.status in ('warning', 'critical') then 1 else 0 end as is_below
  from statuses
  where statuses.status in ('ok', 'warning', 'critical')
),

streaks as (
  select
    reported.*,
    sum(case when is_clear then 0 else 1 end) over (
      partition by place, indicator_id order by ordinal rows unbounded preceding
    ) as streak
  from reported
),

counted as (
  select
    streaks.*,
    sum(case when is_clear then 1 else 0 end) over (
      partition by place, indicator_id, streak order by ordinal rows unbounded preceding
    ) as clear_count
  from streaks
),

closings as (
  select
    counted.*,
    case when is_clear and clear_count = clear_periods then 1 else 0 end as is_closing
  from counted
),

runs as (
  select
    closings.*,
    coalesce(sum(is_closing) over (
      partition by place, indicator_id order by ordinal rows between unbounded preceding and 1 preceding
    ), 0) as run_number
  from closings
),

-- Of equally bad periods the first is the worst, so that it does not depend on the order of rows.
ranked as (
  select
    runs.*,
    row_number() over (
      partition by place, indicator_id, run_number order by is_below desc, distance desc, ordinal
    ) as badness
  from runs
),

runs_below as (
  select
    region_code,
    region_level,
    place,
    indicator_id,
    run_number,
    min(case when is_below = 1 then period end) as opened_period,
    min(case when is_below = 1 then ordinal end) as opened_ordinal,
    max(case when badness = 1 then period end) as worst_period,
    max(case when badness = 1 then value end) as worst_value,
    max_by(period, ordinal) as latest_period,
    max_by(value, ordinal) as latest_value,
    max_by(status, ordinal) as latest_status,
    max(ordinal) as latest_ordinal,
    max(case when is_closing = 1 then period end) as closed_period
  from ranked
  group by region_code, region_level, place, indicator_id, run_number
  having sum(is_below) > 0
),

silences as (
  select
    runs_below.place,
    runs_below.indicator_id,
    runs_below.run_number,
    count(*) as silent_periods
  from runs_below
  inner join statuses
    on statuses.place = runs_below.place
    and statuses.indicator_id = runs_below.indicator_id
    and statuses.ordinal > runs_below.latest_ordinal
    and statuses.status = 'not_reported'
  where runs_below.closed_period is null
  group by runs_below.place, runs_below.indicator_id, runs_below.run_number
),

alert_runs as (
  select
    runs_below.indicator_id || ':' || runs_below.region_code || ':' || runs_below.opened_period as alert_id,
    runs_below.region_code,
    runs_below.region_level,
    runs_below.place,
    runs_below.indicator_id,
    case when runs_below.closed_period is null then 'open' else 'closed' end as state,
    runs_below.opened_period,
    runs_below.opened_ordinal,
    runs_below.worst_period,
    runs_below.worst_value,
    runs_below.latest_period,
    runs_below.latest_ordinal,
    runs_below.latest_value,
    runs_below.latest_status,
    runs_below.closed_period,
    coalesce(silences.silent_periods, 0) as silent_periods,
    runs_below.latest_ordinal - runs_below.opened_ordinal + coalesce(silences.silent_periods, 0) as age_periods
  from runs_below
  left join silences
    on silences.place = runs_below.place
    and silences.indicator_id = runs_below.indicator_id
    and silences.run_number = runs_below.run_number
)

select * from alert_runs
