-- one row is a region, indicator and period, and the threshold that holds for it: the narrowest scope wins
-- grain: region_code, period, indicator_id
-- refresh: view
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
  select place, max(region_class) as region_class
  from regions
  group by place
),

named as (
  select distinct indicator_id, substr(scope, 8) as region_code
  from thresholds
  where scope like 'region:%'
),

-- What a line is chosen by: regions that are alike in it stand under the same one, so it is chosen once for all of them.
alike as (
  select
    indicator_values.region_code,
    indicator_values.period,
    indicator_values.indicator_id,
    indicator_values.region_level,
    coalesce(classes.region_class, '') as region_class,
    coalesce(named.region_code, '') as named_code
  from indicator_values
  inner join classes
    on classes.place = indicator_values.place
  left join named
    on named.indicator_id = indicator_values.indicator_id
    and named.region_code = indicator_values.region_code
),

kinds as (
  select distinct period, indicator_id, region_level, region_class, named_code
  from alike
),

candidates as (
  select
    kinds.period,
    kinds.indicator_id,
    kinds.region_level,
    kinds.region_class,
    kinds.named_code,
    thresholds.threshold_id,
    thresholds.warning,
    thresholds.critical,
    thresholds.target,
    thresholds.clear_margin,
    thresholds.clear_periods,
    thresholds.min_denominator,
    row_number() over (
      partition by kinds.period, kinds.indicator_id, kinds.region_level, kinds.region_class, kinds.named_code
      order by
        case
          when thresholds.scope = 'all' then 2
          when thresholds.scope like 'class:%' then 1
          else 0
        end,
        case when thresholds.region_level is null then 1 else 0 end,
        thresholds.valid_from desc
    ) as choice
  from kinds
  inner join indicators
    on indicators.indicator_id = kinds.indicator_id
  inner join calendar
    on calendar.dataset = indicators.dataset
    and calendar.period = kinds.period
  inner join thresholds
    on thresholds.indicator_id = kinds.indicator_id
    and coalesce(thresholds.region_level, kinds.region_level) = kinds.region_level
    and thresholds.first_month <= calendar.last_month
    and thresholds.last_month >= calendar.last_month
    and thresholds.scope in ('all', 'class:' || kinds.region_class, 'region:' || kinds.named_code)
),

narrowest as (
  select
    alike.region_code,
    alike.period,
    alike.indicator_id,
    candidates.threshold_id,
    candidates.warning,
    candidates.critical,
    candidates.target,
    candidates.clear_margin,
    candidates.clear_periods,
    candidates.min_denominator
  from alike
  inner join candidates
    on candidates.period = alike.period
    and candidates.indicator_id = alike.indicator_id
    and candidates.region_level = alike.region_level
    and candidates.region_class = alike.region_class
    and candidates.named_code = alike.named_code
  where candidates.choice = 1
)

select * from narrowest
