-- one row is a decided correction whose row is in the returns, and what its watched cell says as reported; written anew where any is
-- grain: line
-- refresh: whole
with corrections as (
  select * from raw.corrections
),

current_submissions as (
  select * from marts.current_submissions
),

none as (
  select
    corrections.line,
    current_submissions.submission_id,
    cast(null as varchar) as found
  from corrections
  inner join current_submissions
    on current_submissions.dataset = corrections.dataset
    and current_submissions.period = corrections.period
  where corrections.line is null
)

select * from none
