-- one row is a township's parts of an indicator in a quarter
-- grain: region_code, period, indicator_id
-- refresh: period
with team as (
  select * from staging.team
),

parts as (
  select
    region_code,
    period,
    'villages_with_reserve_pct' as indicator_id,
    villages_with_reserve as numerator,
    villages as denominator
  from team
  union all
  select
    region_code,
    period,
    'dual_role_pct' as indicator_id,
    secretary_also_director as numerator,
    villages as denominator
  from team
  union all
  select
    region_code,
    period,
    'secretaries_trained_pct' as indicator_id,
    secretaries_trained_this_year as numerator,
    secretaries as denominator
  from team
  union all
  select
    region_code,
    period,
    'commissioner_vacancy_pct' as indicator_id,
    commissioner_vacant as numerator,
    commissioner_posts as denominator
  from team
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
