-- one row is a dataset, reporting unit and period, and the latest accepted submission that covers it
-- grain: dataset, reporting_unit, period
-- refresh: period
with units as (
  select * from raw.submission_units
),

submissions as (
  select * from raw.submissions
),

-- While what was known is retraced, what was received after `last_seq` is not known yet.
run as (
  select * from raw.run
),

-- The calendar ends with the month that is published: what is about later ones waits.
calendar as (
  select * from raw.calendar
),

latest as (
  select
    units.dataset,
    units.reporting_unit,
    units.period,
    max_by(units.submission_id, submissions.seq) as submission_id,
    max_by(units.rows_loaded, submissions.seq) as rows_loaded,
    max_by(submissions.received_at, submissions.seq) as received_at,
    min_by(units.submission_id, submissions.seq) as first_submission_id,
    min(submissions.received_at) as first_received_at,
    min(submissions.received_on) as first_received_on
  from units
  inner join submissions
    on submissions.submission_id = units.submission_id
  inner join run
    on coalesce(run.last_seq, submissions.seq) >= submissions.seq
  inner join calendar
    on calendar.dataset = units.dataset
    and calendar.period = units.period
  group by units.dataset, units.reporting_unit, units.period
)

select * from latest
