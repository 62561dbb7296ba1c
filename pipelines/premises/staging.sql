-- one row is a township and quarter, from the latest accepted submission that covers it
-- grain: region_code, period
-- refresh: period
with premises as (
  select * from raw.premises
),

current_submissions as (
  select * from marts.current_submissions where dataset = 'premises'
),

latest as (
  select
    premises.region_code,
    premises.period,
    premises.submission_id,
    premises.villages,
    premises.standard,
    premises.substandard,
    premises.rented,
    premises.none,
    premises.built_this_year
  from premises
  inner join current_submissions
    on current_submissions.submission_id = premises.submission_id
    and current_submissions.period = premises.period
    and current_submissions.reporting_unit = substr(premises.region_code, 1, 6)
)

select * from latest
