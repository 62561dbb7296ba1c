-- one row is a village and year, from the latest accepted submission that covers it
-- grain: region_code, period
-- refresh: period
with income as (
  select * from raw.income
),

current_submissions as (
  select * from marts.current_submissions where dataset = 'income'
),

latest as (
  select
    income.region_code,
    income.period,
    income.submission_id,
    income.total_income_yuan,
    income.operating_income_yuan,
    income.is_pilot,
    income.assets_yuan
  from income
  inner join current_submissions
    on current_submissions.submission_id = income.submission_id
    and current_submissions.period = income.period
    and current_submissions.reporting_unit = substr(income.region_code, 1, 6)
)

select * from latest
