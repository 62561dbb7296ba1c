-- one row is a township's parts of an indicator in a quarter
-- grain: region_code, period, indicator_id
-- refresh: period
with premises as (
  select * from staging.premises
),

parts as (
  select
    region_code,
    period,
    'premises_standard_pct' as indicator_id,
    standard as numerator,
    villages as denominator
  from premises
  union all
  select
    region_code,
    period,
    'premises_none_or_rented_pct' as indicator_id,
    rented + none as numerator,
    villages as denominator
  from premises
  union all
  select
    region_code,
    period,
    'premises_built_this_year_pct' as indicator_id,
    built_this_year as numerator,
    villages as denominator
  from premises
),

-- Of one type for all indicators, and one that is quickly read.
amounts as (
  select
    region_code,
    period,
    indicator_id,
    cast(numerator as decimal(18, 2)) as numerator,
    cast(denominator as decimal(18, 2)) as denominator
  from parts
)

select * from amounts
