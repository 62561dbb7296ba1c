-- one row is a township's parts of an indicator in a month
-- grain: region_code, period, indicator_id
-- refresh: period, looking back 12 months at staging.rural_income
with stipend as (
  select * from staging.stipend
),

rural_income as (
  select * from staging.rural_income
),

lineage as (
  select * from marts.lineage
),

-- The norm is last year's income of the county that the township belonged to at that year's end, under its code of that time.
years as (
  select
    stipend.region_code,
    stipend.period,
    cast(cast(substr(stipend.period, 1, 4) as integer) - 1 as varchar) as income_year
  from stipend
),

norms as (
  select
    years.region_code,
    years.period,
    max(rural_income.disposable_income_yuan) as disposable_income_yuan
  from years
  inner join lineage
    on lineage.later_code = years.region_code
    and lineage.later_from <= years.period
    and lineage.later_to >= years.period
    and lineage.valid_from <= years.income_year || '-12'
    and lineage.valid_to >= years.income_year || '-12'
  inner join rural_income
    on rural_income.region_code = substr(lineage.region_code, 1, 6)
    and rural_income.period = years.income_year
  group by years.region_code, years.period
),

with_norm as (
  select
    stipend.*,
    norms.disposable_income_yuan
  from stipend
  left join norms
    on norms.region_code = stipend.region_code
    and norms.period = stipend.period
),

parts as (
  select
    region_code,
    period,
    'stipend_mean_yuan_per_month' as indicator_id,
    paid_total_yuan as numerator,
    posts as denominator
  from with_norm
  union all
  select
    region_code,
    period,
    'stipend_below_standard_pct' as indicator_id,
    posts_below_standard as numerator,
    posts as denominator
  from with_norm
  union all
  select
    region_code,
    period,
    'stipend_arrears_pct' as indicator_id,
    posts_in_arrears as numerator,
    posts as denominator
  from with_norm
  union all
  select
    region_code,
    period,
    'stipend_to_rural_income_ratio' as indicator_id,
    paid_total_yuan * 12 as numerator,
    posts * disposable_income_yuan as denominator
  from with_norm
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
