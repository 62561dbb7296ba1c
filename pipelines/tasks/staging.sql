-- one row is a line of a county's three lists as it stood in a month, from the latest accepted submission that covers it
-- grain: region_code, period, task_id
-- refresh: period
with tasks as (
  select * from raw.tasks
),

current_submissions as (
  select * from marts.current_submissions where dataset = 'tasks'
),

latest as (
  select
    tasks.region_code,
    tasks.period,
    tasks.submission_id,
    tasks.row_number,
    tasks.task_id,
    tasks.list_kind,
    tasks.topic,
    tasks.title,
    tasks.owner_unit,
    tasks.due_date,
    tasks.progress_pct,
    tasks.state,
    tasks.closed_date,
    tasks.answers
  from tasks
  inner join current_submissions
    on current_submissions.submission_id = tasks.submission_id
    and current_submissions.period = tasks.period
    and current_submissions.reporting_unit = substr(tasks.region_code, 1, 6)
)

select * from latest
