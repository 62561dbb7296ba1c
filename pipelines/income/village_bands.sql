-- one row is a village and year, and the band of its income; every boundary value belongs to one band only
-- grain: region_code, period
-- refresh: period
with income as (
  select * from staging.income where total_income_yuan is not null
),

calendar as (
  select * from raw.calendar where dataset = 'income'
),

banded as (
  select
    income.region_code,
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
)

select * from banded
