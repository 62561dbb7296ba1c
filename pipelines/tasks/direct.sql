-- one row is the number of overdue tasks of a region in a month: a count that adds up, not a rate
-- grain: region_code, period, indicator_id
-- refresh: period
with counts as (
  select * from marts.tasks_counts
),

ancestors as (
  select * from marts.ancestors
),

overdue as (
  select
    ancestors.region_code,
    counts.period,
    'tasks_overdue_count' as indicator_id,
    cast(null as decimal(18, 2)) as numerator,
    cast(null as decimal(18, 2)) as denominator,
    cast(sum(counts.tasks_overdue * ancestors.share) as double) as value,
    count(*) as units_reported
  from counts
  inner join ancestors
    on ancestors.unit_code = counts.region_code
    and ancestors.from_month <= counts.period
    and ancestors.to_month >= counts.period
  group by ancestors.region_code, counts.period
)

select * from overdue
