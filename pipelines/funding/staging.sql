-- one row is a township and quarter, from the latest accepted submission that covers it
-- grain: region_code, period
-- refresh: period
with funding as (
  select * from raw.funding
),

current_submissions as (
  select * from marts.current_submissions where dataset = 'funding'
),

latest as (
  select
    funding.region_code,
    funding.period,
    funding.submission_id,
    funding.villages,
    funding.office_funds_yuan,
    funding.service_funds_yuan,
    funding.villages_meeting_norm
  from funding
  inner join current_submissions
    on current_submissions.submission_id = funding.submission_id
    and current_submissions.period = funding.period
    and current_submissions.reporting_unit = substr(funding.region_code, 1, 6)
)

select * from latest
