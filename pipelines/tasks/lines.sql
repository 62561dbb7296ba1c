-- one row is a line of the three lists as its county last reported it, and what has become of it
-- grain: region_code, task_id
-- refresh: view
with tasks as (
  select * from staging.tasks
),

alerts as (
  select * from marts.alerts where state = 'open'
),

indicators as (
  select * from raw.indicators
),

calendar as (
  select * from raw.calendar
),

current_regions as (
  select distinct region_code from marts.regions where is_current
),

run as (
  select * from raw.run
),

latest_periods as (
  select tasks.region_code, max(tasks.period) as period
  from tasks
  cross join run
  where tasks.period <= run.month
  group by tasks.region_code
),

-- Silence does not settle anything: a county that sent none keeps the lists that it sent last.
latest as (
  select tasks.*
  from tasks
  inner join latest_periods
    on latest_periods.region_code = tasks.region_code
    and latest_periods.period = tasks.period
  inner join current_regions
    on current_regions.region_code = tasks.region_code
),

-- What is still beyond its line in a region, by topic, and from which month on.
still_beyond as (
  select alerts.region_code, indicators.dataset as topic, min(calendar.first_month) as opened_month
  from alerts
  inner join indicators
    on indicators.indicator_id = alerts.indicator_id
  inner join calendar
    on calendar.dataset = indicators.dataset
    and calendar.period = alerts.opened_period
  group by alerts.region_code, indicators.dataset
),

answering as (
  select region_code, answers as task_id, count(*) as tasks
  from latest
  where list_kind = 'task'
    and answers is not null
  group by region_code, answers
),

-- An alert that opened after the task was closed is another problem: it takes nothing back.
judged as (
  select
    latest.region_code,
    latest.period,
    latest.submission_id,
    latest.row_number,
    latest.task_id,
    latest.list_kind,
    latest.topic,
    latest.title,
    latest.owner_unit,
    latest.due_date,
    latest.progress_pct,
    latest.closed_date,
    latest.answers,
    case
      when latest.list_kind = 'task' and latest.state = 'done' and still_beyond.topic is not null then 'unproven'
      when latest.list_kind = 'task' and latest.state = 'done' then 'settled'
      when latest.state = 'done' then 'done'
      when substr(cast(latest.due_date as varchar), 1, 7) <= latest.period then 'overdue'
      else 'open'
    end as state,
    latest.list_kind = 'problem' and latest.state <> 'done' and answering.task_id is null as lacks_task,
    latest.list_kind = 'task' and problems.task_id is null as lacks_problem,
    latest.period < run.month as is_silent
  from latest
  cross join run
  left join still_beyond
    on still_beyond.region_code = latest.region_code
    and still_beyond.topic = latest.topic
    and still_beyond.opened_month <= coalesce(substr(cast(latest.closed_date as varchar), 1, 7), latest.period)
  left join answering
    on answering.region_code = latest.region_code
    and answering.task_id = latest.task_id
  left join latest as problems
    on problems.region_code = latest.region_code
    and problems.task_id = latest.answers
    and problems.list_kind = 'problem'
)

select * from judged
