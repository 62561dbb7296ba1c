-- one row is a declared correction in force: what the return says, what was expected of it, and what stands there now
-- grain: line
-- refresh: whole
with corrections as (
  select * from raw.corrections where is_decided
),

corrected_rows as (
  select * from marts.corrected_rows
),

-- The calendar ends with the month that is published: what is about later ones waits.
calendar as (
  select * from raw.calendar
),

in_force as (
  select
    corrections.line,
    corrections.dataset,
    corrections.region_code,
    corrections.period,
    corrections.column_name,
    corrections.action,
    corrections.watched_column,
    corrected_rows.found,
    corrections.expect as expected,
    corrections.put,
    corrections.decided_on,
    corrections.decided_by,
    corrections.reason,
    corrected_rows.submission_id
  from corrections
  inner join calendar
    on calendar.dataset = corrections.dataset
    and calendar.period = corrections.period
  left join corrected_rows
    on corrected_rows.line = corrections.line
)

select * from in_force
