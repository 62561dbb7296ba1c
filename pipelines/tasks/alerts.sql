-- one row is an open alert and a task that names its region and topic
-- grain: alert_id, task_id
-- refresh: view
with lines as (
  select * from marts.tasks_lines where list_kind = 'task'
),

alerts as (
  select * from marts.alerts where state = 'open'
),

indicators as (
  select * from raw.indicators
),

-- A task that was settled before the alert opened is not about it.
linked as (
  select
    alerts.alert_id,
    alerts.region_code,
    alerts.indicator_id,
    lines.task_id,
    lines.title,
    lines.owner_unit,
    lines.due_date,
    lines.state
  from alerts
  inner join indicators
    on indicators.indicator_id = alerts.indicator_id
  inner join lines
    on lines.region_code = alerts.region_code
    and lines.topic = indicators.dataset
  where lines.state <> 'settled'
)

select * from linked
