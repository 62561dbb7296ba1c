-- one row is an alert: a time beyond the line of a region of today, or one that a correction undid
-- grain: alert_id
-- refresh: view
with alert_runs as (
  select * from marts.alert_runs
),

withdrawals as (
  select * from raw.withdrawals
),

indicators as (
  select * from raw.indicators
),

current_regions as (
  select distinct place from marts.regions where is_current
),

-- Revision is not recovery: what was beyond the line only by a wrong figure is withdrawn, not closed. It is not when a later revision
-- brought it back, or when it goes on with another beginning.
withdrawn as (
  select
    withdrawals.*,
    row_number() over (partition by withdrawals.alert_id order by withdrawals.seq desc) as recency
  from withdrawals
  where not exists (
    select 1
    from alert_runs
    where alert_runs.place = withdrawals.place
      and alert_runs.indicator_id = withdrawals.indicator_id
      and alert_runs.opened_ordinal <= withdrawals.latest_ordinal
      and alert_runs.latest_ordinal >= withdrawals.opened_ordinal
  )
),

all_alerts as (
  select
    alert_id,
    region_code,
    region_level,
    place,
    indicator_id,
    state,
    opened_period,
    worst_period,
    worst_value,
    latest_period,
    latest_value,
    latest_status,
    closed_period,
    silent_periods,
    age_periods,
    earlier_value,
    cast(null as date) as withdrawn_on,
    cast(null as varchar) as withdrawn_by
  from alert_runs
  union all
  select
    alert_id,
    region_code,
    region_level,
    place,
    indicator_id,
    'withdrawn' as state,
    opened_period,
    worst_period,
    worst_value,
    latest_period,
    latest_value,
    latest_status,
    cast(null as varchar) as closed_period,
    0 as silent_periods,
    latest_ordinal - opened_ordinal as age_periods,
    cast(null as double) as earlier_value,
    withdrawn_on,
    submission_id as withdrawn_by
  from withdrawn
  where recency = 1
),

-- For the better since about a quarter, when above zero; what does not show at the indicator's decimals is no move.
of_today as (
  select
    all_alerts.*,
    case when indicators.direction = 'higher_is_better' then 1 else -1 end
      * round(round((all_alerts.latest_value - all_alerts.earlier_value) * power(10, indicators.decimals), 6)) as move
  from all_alerts
  inner join current_regions
    on current_regions.place = all_alerts.place
  inner join indicators
    on indicators.indicator_id = all_alerts.indicator_id
),

with_life as (
  select
    alert_id,
    region_code,
    region_level,
    place,
    indicator_id,
    state,
    case
      when state <> 'open' then state
      when silent_periods > 0 then 'silent'
      when latest_period = opened_period then 'opened'
      when move < 0 then 'worsening'
      when move > 0 then 'improving'
      else 'steady'
    end as life,
    state = 'open' and age_periods > 12 as is_chronic,
    opened_period,
    worst_period,
    worst_value,
    latest_period,
    latest_value,
    latest_status,
    closed_period,
    silent_periods,
    age_periods,
    withdrawn_on,
    withdrawn_by
  from of_today
)

select * from with_life
