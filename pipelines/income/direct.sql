-- one row is the median of villages' income in a region and year: no sum of parts gives it
-- grain: region_code, period, indicator_id
-- refresh: period
with income as (
  select * from staging.income where total_income_yuan is not null
),

calendar as (
  select * from raw.calendar where dataset = 'income'
),

ancestors as (
  select * from marts.ancestors
),

ranked as (
  select
    ancestors.region_code,
    income.period,
    income.total_income_yuan,
    row_number() over (
      partition by ancestors.region_code, income.period order by income.total_income_yuan, income.region_code
    ) as position,
    count(*) over (partition by ancestors.region_code, income.period) as villages
  from income
  inner join calendar
    on calendar.period = income.period
  inner join ancestors
    on ancestors.unit_code = income.region_code
    and ancestors.from_month <= calendar.last_month
    and ancestors.to_month >= calendar.last_month
),

middle as (
  select
    region_code,
    period,
    'income_median_yuan' as indicator_id,
    cast(null as decimal(18, 2)) as numerator,
    cast(max(villages) as decimal(18, 2)) as denominator,
    cast(avg(total_income_yuan) as double) as value,
    max(villages) as units_reported
  from ranked
  -- One village when their number is odd, the two in the middle when it is even.
  where 2 * position between villages and villages + 2
  group by region_code, period
)

select * from middle
