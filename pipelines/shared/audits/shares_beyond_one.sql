-- stretches of a code that count as more than themselves today: a change is there twice, or leads to two regions as a whole
with lineage as (
  select * from marts.lineage
),

run as (
  select * from raw.run
),

too_much as (
  select lineage.region_code, lineage.valid_from, sum(lineage.share) as share
  from lineage
  cross join run
  where lineage.later_from <= run.month
    and lineage.later_to >= run.month
  group by lineage.region_code, lineage.valid_from
  having sum(lineage.share) > 1
)

select * from too_much
