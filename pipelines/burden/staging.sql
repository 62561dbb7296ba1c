-- one row is a county and month, from the latest accepted submission that covers it
-- grain: region_code, period
-- refresh: period
with burden as (
  select * from raw.burden
),

current_submissions as (
  select * from marts.current_submissions where dataset = 'burden'
),

latest as (
  select
    burden.region_code,
    burden.period,
    burden.submission_id,
    burden.documents_issued,
    burden.meetings_held,
    burden.inspections,
    burden.forms_required,
    burden.cells_required
  from burden
  inner join current_submissions
    on current_submissions.submission_id = burden.submission_id
    and current_submissions.period = burden.period
    and current_submissions.reporting_unit = substr(burden.region_code, 1, 6)
)

select * from latest
