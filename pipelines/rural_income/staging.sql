-- one row is a county and year, from the latest accepted submission that covers it
-- grain: region_code, period
-- refresh: period
with rural_income as (
  select * from raw.rural_income
),

current_submissions as (
  select * from marts.current_submissions where dataset = 'rural_income'
),

latest as (
  select
    rural_income.region_code,
    rural_income.period,
    rural_income.submission_id,
    rural_income.disposable_income_yuan
  from rural_income
  inner join current_submissions
    on current_submissions.submission_id = rural_income.submission_id
    and current_submissions.period = rural_income.period
    and current_submissions.reporting_unit = substr(rural_income.region_code, 1, 6)
)

select * from latest
