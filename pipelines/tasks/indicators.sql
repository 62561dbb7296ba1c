-- one row is a county's parts of an indicator in a month
-- grain: region_code, period, indicator_id
-- refresh: period
with counts as (
  select * from marts.tasks_counts
),

amounts as (
  select
    region_code,
    period,
    'tasks_done_pct' as indicator_id,
    cast(tasks_done as decimal(18, 2)) as numerator,
    cast(tasks as decimal(18, 2)) as denominator
  from counts
)

select * from amounts
