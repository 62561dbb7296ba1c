-- one row is a county's parts of an indicator in a quarter
-- grain: region_code, period, indicator_id
-- refresh: period
with rectification as (
  select * from staging.rectification
),

parts as (
  select
    region_code,
    period,
    'weak_rectified_pct' as indicator_id,
    rectified as numerator,
    listed as denominator
  from rectification
  union all
  select
    region_code,
    period,
    'weak_listed_pct' as indicator_id,
    listed as numerator,
    organisations as denominator
  from rectification
  union all
  select
    region_code,
    period,
    'weak_listed_twice_pct' as indicator_id,
    listed_twice_in_5_years as numerator,
    organisations as denominator
  from rectification
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
