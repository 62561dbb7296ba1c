-- one row is a region, indicator and period, and the threshold that holds for it: the narrowest scope wins
-- grain: region_code, period, indicator_id
with indicator_values as (
  select * from marts.indicator_values
),

thresholds as (
  select * from raw.thresholds
),

calendar as (
  select * from raw.calendar
),

indicators as (
  select * from raw.indicators
),

regions as (
  select * from marts.regions
),

classes as (
  select region_code, max(region_class) as region_class
  from regions
  group by region_code
),

candidates as (
  select
    indicator_values.region_code,
    indicator_values.period,
    indicator_values.indicator_id,
    thresholds.threshold_id,
    thresholds.warning,
    thresholds.critical,
    thresholds.target,
    thresholds.clear_margin,
    thresholds.clear_periods,
    thresholds.min_denominator,
    row_number() over (
      partition by indicator_values.region_code, indicator_values.period, indicator_values.indicator_id
      order by
        case
          when thresholds.scope = 'all' then 2
          when thresholds.scope like 'class:%' then 1
          else 0
        end,
        case when thresholds.region_level is null then 1 else 0 end,
        thresholds.valid_from desc
    ) as choice
  from indicator_values
  inner join indicators
    on indicators.indicator_id = indicator_values.indicator_id
  inner join calendar
    on calendar.dataset = indicators.dataset
    and calendar.period = indicator_values.period
  inner join classes
    on classes.region_code = indicator_values.region_code
  inner join thresholds
    on thresholds.indicator_id = indicator_values.indicator_id
    and coalesce(thresholds.region_level, indicator_values.region_level) = indicator_values.region_level
    and thresholds.first_month <= calendar.last_month
    and thresholds.last_month >= calendar.last_month
    and (
      thresholds.scope = 'all'
      or thresholds.scope = 'class:' || classes.region_class
      or thresholds.scope = 'region:' || indicator_values.region_code
    )
),

narrowest as (
  select
    region_code,
    period,
    indicator_id,
    threshold_id,
    warning,
    critical,
    target,
    clear_margin,
    clear_periods,
    min_denominator
  from candidates
  where choice = 1
)

select * from narrowest
