-- one row is a county and quarter, from the latest accepted submission that covers it
-- grain: region_code, period
-- refresh: period
with rectification as (
  select * from raw.rectification
),

current_submissions as (
  select * from marts.current_submissions where dataset = 'rectification'
),

latest as (
  select
    rectification.region_code,
    rectification.period,
    rectification.submission_id,
    rectification.organisations,
    rectification.listed,
    rectification.rectified,
    rectification.listed_twice_in_5_years
  from rectification
  inner join current_submissions
    on current_submissions.submission_id = rectification.submission_id
    and current_submissions.period = rectification.period
    and current_submissions.reporting_unit = substr(rectification.region_code, 1, 6)
)

select * from latest
