-- one row is a county and quarter, from the latest accepted submission that covers it
-- grain: region_code, period
-- refresh: period
with funding_budget as (
  select * from raw.funding_budget
),

current_submissions as (
  select * from marts.current_submissions where dataset = 'funding_budget'
),

latest as (
  select
    funding_budget.region_code,
    funding_budget.period,
    funding_budget.submission_id,
    funding_budget.party_building_budget_yuan
  from funding_budget
  inner join current_submissions
    on current_submissions.submission_id = funding_budget.submission_id
    and current_submissions.period = funding_budget.period
    and current_submissions.reporting_unit = substr(funding_budget.region_code, 1, 6)
)

select * from latest
