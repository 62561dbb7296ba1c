-- one row is a county's task list in a month: how many tasks, how many done, how many past their date
-- grain: region_code, period
-- refresh: period
with tasks as (
  select * from staging.tasks
),

-- A task that is due in the month and not done at its end is overdue. A county may have lines on the other lists alone.
counts as (
  select
    region_code,
    period,
    sum(case when list_kind = 'task' then 1 else 0 end) as tasks,
    sum(case when list_kind = 'task' and state = 'done' then 1 else 0 end) as tasks_done,
    sum(
      case
        when list_kind = 'task' and state <> 'done' and substr(cast(due_date as varchar), 1, 7) <= period then 1
        else 0
      end
    ) as tasks_overdue
  from tasks
  group by region_code, period
)

select * from counts
