-- one row is an unbroken time beyond the line: from the first period beyond it until it has been clear of it for long enough
-- grain: alert_id
-- refresh: runs
with statuses as (
  select * from marts.statuses
),

thresholds as (
  select * from raw.thresholds
),

indicators as (
  select * from raw.indicators
),

kinds as (
  select * from marts.kinds
),

-- Most regions are never beyond most lines: there is no run to look for.
in_trouble as (
  select
    place,
    indicator_id,
    min(region_code) as region_code,
    min(region_level) as region_level
  from statuses
  where status in ('warning', 'critical')
  group by place, indicator_id
),

-- The last period that a line is drawn for.
line_ends as (
  select
    in_trouble.place,
    in_trouble.indicator_id,
    max(
      cast(
        floor(
          (cast(substr(thresholds.last_month, 1, 4) as double) * 12 + cast(substr(thresholds.last_month, 6, 2) as double))
          / case indicators.frequency when 'M' then 1 when 'Q' then 3 else 12 end
        ) as bigint
      ) - 1
    ) as last_ordinal
  from in_trouble
  inner join indicators
    on indicators.indicator_id = in_trouble.indicator_id
  inner join kinds
    on kinds.region_code = in_trouble.region_code
    and kinds.place = in_trouble.place
  inner join thresholds
    on thresholds.indicator_id = in_trouble.indicator_id
    and coalesce(thresholds.region_level, kinds.region_level) = kinds.region_level
    and thresholds.scope in ('all', 'class:' || kinds.region_class, 'region:' || kinds.region_code)
  group by in_trouble.place, in_trouble.indicator_id
),

-- Silence is not recovery: a period without a figure neither opens nor closes anything, nor does one between two lines, as where only
-- the end of each year is judged. When the last line has ended nobody is beyond it any more: that closes what was open.
reported as (
  select
    statuses.place,
    statuses.indicator_id,
    statuses.period,
    statuses.ordinal,
    statuses.value,
    statuses.status,
    statuses.distance,
    coalesce(statuses.clear_periods, 1) as clear_periods,
    statuses.status is null or statuses.is_clear as is_clear,
    case when statuses.status in ('warning', 'critical') then 1 else 0 end as is_below
  from statuses
  inner join in_trouble
    on in_trouble.place = statuses.place
    and in_trouble.indicator_id = statuses.indicator_id
  left join line_ends
    on line_ends.place = statuses.place
    and line_ends.indicator_id = statuses.indicator_id
  where statuses.value is not null
    and (
      statuses.status in ('ok', 'warning', 'critical')
      or (statuses.status is null and statuses.ordinal > line_ends.last_ordinal)
    )
),

-- Closed by as many periods in a row clear of the line as the threshold asks for.
closings as (
  select
    reported.*,
    case
      when sum(case when is_clear then 1 else 0 end) over (
        partition by place, indicator_id order by ordinal rows between clear_periods - 1 preceding and current row
      ) = clear_periods then 1
      else 0
    end as is_closing
  from reported
),

-- What it was about a quarter earlier: three reported months before, else one period.
runs as (
  select
    closings.*,
    coalesce(sum(is_closing) over (
      partition by place, indicator_id order by ordinal rows between unbounded preceding and 1 preceding
    ), 0) as run_number,
    lag(ordinal, 3) over (partition by place, indicator_id order by ordinal) as ordinal_of_quarter,
    lag(ordinal) over (partition by place, indicator_id order by ordinal) as ordinal_before,
    lag(value, 3) over (partition by place, indicator_id order by ordinal) as value_of_quarter,
    lag(value) over (partition by place, indicator_id order by ordinal) as value_before
  from closings
),

runs_below as (
  select
    place,
    indicator_id,
    run_number,
    min(case when is_below = 1 then period end) as opened_period,
    min(case when is_below = 1 then ordinal end) as opened_ordinal,
    min_by(value, case when is_below = 1 then ordinal end) as opened_value,
    -- Of equally bad periods the first is the worst, so that it does not depend on the order of rows.
    max_by(period, case when is_below = 1 then row(distance, -ordinal) end) as worst_period,
    max_by(value, case when is_below = 1 then row(distance, -ordinal) end) as worst_value,
    max_by(period, ordinal) as latest_period,
    max_by(value, ordinal) as latest_value,
    max_by(status, ordinal) as latest_status,
    max_by(case when length(period) = 7 and substr(period, 6, 1) <> 'Q' then ordinal_of_quarter else ordinal_before end, ordinal)
      as earlier_ordinal,
    max_by(case when length(period) = 7 and substr(period, 6, 1) <> 'Q' then value_of_quarter else value_before end, ordinal)
      as earlier_value,
    max(ordinal) as latest_ordinal,
    max(case when is_closing = 1 then period end) as closed_period
  from runs
  group by place, indicator_id, run_number
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
    runs_below.indicator_id || ':' || in_trouble.region_code || ':' || runs_below.opened_period as alert_id,
    in_trouble.region_code,
    in_trouble.region_level,
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
    runs_below.latest_ordinal - runs_below.opened_ordinal + coalesce(silences.silent_periods, 0) as age_periods,
    -- Never from before it opened.
    case
      when runs_below.earlier_ordinal >= runs_below.opened_ordinal then runs_below.earlier_value
      else runs_below.opened_value
    end as earlier_value
  from runs_below
  inner join in_trouble
    on in_trouble.place = runs_below.place
    and in_trouble.indicator_id = runs_below.indicator_id
  left join silences
    on silences.place = runs_below.place
    and silences.indicator_id = runs_below.indicator_id
    and silences.run_number = runs_below.run_number
)

select * from alert_runs
