-- one row is a village and year, and the band of its income; every boundary value belongs to one band only
-- grain: region_code, period
with income as (
  select * from staging.income where total_income_yuan is not null
),

lineage as (
  select * from marts.lineage
),

calendar as (
  select * from raw.calendar where dataset = 'income'
),

banded as (
  select
    income.region_code,
    lineage.current_code,
    income.period,
    calendar.last_month,
    calendar.ordinal,
    case
      when income.total_income_yuan <= 0 then 'none'
      when income.total_income_yuan <= 50000 then 'up_to_50k'
      when income.total_income_yuan <= 100000 then '50k_to_100k'
      when income.total_income_yuan <= 500000 then '100k_to_500k'
      when income.total_income_yuan < 1000000 then '500k_to_1m'
      else 'from_1m'
    end as band
  from income
  inner join calendar
    on calendar.period = income.period
  inner join lineage
    on lineage.region_code = income.region_code
    and lineage.valid_from <= calendar.last_month
    and lineage.valid_to >= calendar.last_month
)

select * from banded
