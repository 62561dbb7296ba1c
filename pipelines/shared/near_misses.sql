-- one row is a figure that is within its line, but by less than the clear margin, while no alert is open: the next bad month opens one
-- grain: region_code, period, indicator_id
-- refresh: view
with statuses as (
  select * from marts.statuses
),

alert_runs as (
  select * from marts.alert_runs
),

near_misses as (
  select
    region_code,
    region_level,
    place,
    period,
    ordinal,
    indicator_id,
    value,
    coalesce(warning, critical) as line,
    distance
  from statuses
  where status = 'ok'
    and not is_clear
    -- A target alone is no line to be near to.
    and coalesce(warning, critical) is not null
    and not exists (
      select 1
      from alert_runs
      where alert_runs.place = statuses.place
        and alert_runs.indicator_id = statuses.indicator_id
        and alert_runs.opened_ordinal <= statuses.ordinal
        and alert_runs.latest_ordinal >= statuses.ordinal
    )
)

select * from near_misses
