-- one row is an indicator, period and kind of region, and the threshold that holds for it there and then: the narrowest scope wins
-- grain: indicator_id, period, kind
-- refresh: view
with thresholds as (
  select * from raw.thresholds
),

calendar as (
  select * from raw.calendar
),

indicators as (
  select * from raw.indicators
),

kinds_of_regions as (
  select * from marts.kinds
),

named as (
  select distinct indicator_id, substr(scope, 8) as region_code
  from thresholds
  where scope like 'region:%'
),

-- A region that is named is a kind of its own, for that indicator.
kinds as (
  select distinct
    indicators.indicator_id,
    kinds_of_regions.kind,
    kinds_of_regions.region_level,
    kinds_of_regions.region_class,
    '' as named_code
  from indicators
  cross join kinds_of_regions
  union all
  select distinct
    named.indicator_id,
    kinds_of_regions.kind || '/' || named.region_code as kind,
    kinds_of_regions.region_level,
    kinds_of_regions.region_class,
    named.region_code as named_code
  from named
  inner join kinds_of_regions
    on kinds_of_regions.region_code = named.region_code
),

candidates as (
  select
    kinds.indicator_id,
    calendar.period,
    kinds.kind,
    thresholds.threshold_id,
    thresholds.warning,
    thresholds.critical,
    thresholds.target,
    thresholds.clear_margin,
    thresholds.clear_periods,
    thresholds.min_denominator,
    thresholds.path_from,
    thresholds.path_to,
    indicators.decimals,
    -- A period stands on the path at its last month.
    cast(substr(calendar.last_month, 1, 4) as bigint) * 12 + cast(substr(calendar.last_month, 6, 2) as bigint) - 1 as month,
    case indicators.frequency when 'M' then 1 when 'Q' then 3 else 12 end as months,
    row_number() over (
      partition by kinds.indicator_id, calendar.period, kinds.kind
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
  inner join thresholds
    on thresholds.indicator_id = kinds.indicator_id
    and coalesce(thresholds.region_level, kinds.region_level) = kinds.region_level
    and thresholds.first_month <= calendar.last_month
    and thresholds.last_month >= calendar.last_month
    and thresholds.scope in ('all', 'class:' || kinds.region_class, 'region:' || kinds.named_code)
),

narrowest as (
  select
    candidates.*,
    case
      when path_from is null or month <= path_from then 0.0e0
      when month >= path_to then 1.0e0
      else cast(month - path_from as double) / cast(path_to - path_from as double)
    end as progress
  from candidates
  where choice = 1
),

-- A linear line has gone part of the way to the target, rounded to what is shown, so that the line that is shown is the one that holds; the
-- critical one runs beside it.
drawn as (
  select
    indicator_id,
    period,
    kind,
    threshold_id,
    warning,
    critical,
    target,
    clear_margin,
    clear_periods,
    min_denominator,
    case
      when progress = 0 then cast(0 as decimal(12, 3))
      else cast(
        round(round(cast(target - warning as double) * progress * power(10, decimals), 6)) / power(10, decimals) as decimal(12, 3)
      )
    end as rise,
    case
      when path_from is null or month >= path_to then 0.0e0
      else cast(target - warning as double) / cast(path_to - path_from as double) * cast(months as double)
    end as step,
    case
      when path_from is null or month >= path_to then 0.0e0
      else cast(path_to - month as double) / cast(months as double)
    end as steps_left
  from narrowest
),

in_force as (
  select
    indicator_id,
    period,
    kind,
    threshold_id,
    cast(warning + rise as decimal(12, 3)) as warning,
    cast(critical + rise as decimal(12, 3)) as critical,
    target,
    clear_margin,
    clear_periods,
    min_denominator,
    step,
    steps_left
  from drawn
)

select * from in_force
