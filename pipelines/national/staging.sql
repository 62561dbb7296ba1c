-- one row is a published national series and year, from the latest accepted file
-- grain: series, period
-- refresh: period
with national as (
  select * from raw.national
),

current_submissions as (
  select * from marts.current_submissions where dataset = 'national'
),

latest as (
  select
    national.series,
    national.period,
    national.region_code,
    national.submission_id,
    national.value,
    national.unit,
    national.definition,
    national.definition_en,
    national.publisher,
    national.source_url
  from national
  inner join current_submissions
    on current_submissions.submission_id = national.submission_id
    and current_submissions.period = national.period
)

select * from latest
