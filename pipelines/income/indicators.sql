-- one row is a village's parts of an indicator in a year; a village that did not say its income has no denominator
-- grain: region_code, period, indicator_id
-- refresh: period
with income as (
  select * from staging.income
),

parts as (
  select
    region_code,
    period,
    'villages_no_income_pct' as indicator_id,
    case when total_income_yuan = 0 then 1 else 0 end as numerator,
    case when total_income_yuan is not null then 1 end as denominator
  from income
  union all
  select
    region_code,
    period,
    'villages_up_to_50k_pct' as indicator_id,
    case when total_income_yuan <= 50000 then 1 else 0 end as numerator,
    case when total_income_yuan is not null then 1 end as denominator
  from income
  union all
  select
    region_code,
    period,
    'villages_from_180k_pct' as indicator_id,
    case when total_income_yuan >= 180000 then 1 else 0 end as numerator,
    case when total_income_yuan is not null then 1 end as denominator
  from income
  union all
  select
    region_code,
    period,
    'income_mean_yuan' as indicator_id,
    total_income_yuan as numerator,
    case when total_income_yuan is not null then 1 end as denominator
  from income
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
