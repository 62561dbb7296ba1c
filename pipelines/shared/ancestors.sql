-- one row is a region, one at or above it, and the months in which the one counts towards the other, wholly or by a share
-- grain: unit_code, region_code, from_month
-- refresh: whole
with recursive regions as (
  select
    region_code,
    region_level,
    place,
    parent_code,
    valid_from,
    coalesce(valid_to, '9999-12') as valid_to,
    month_before,
    month_after
  from raw.regions
),

lineage as (
  select * from marts.lineage
),

-- The nation is left out: what a city reports is not the country's figure.
as_was (unit_code, unit_level, region_code, region_level, place, parent_code, from_month, to_month) as (
  select region_code, region_level, region_code, region_level, place, parent_code, valid_from, valid_to
  from regions
  union all
  select
    as_was.unit_code,
    as_was.unit_level,
    above.region_code,
    above.region_level,
    above.place,
    above.parent_code,
    greatest(as_was.from_month, above.valid_from),
    least(as_was.to_month, above.valid_to)
  from as_was
  inner join regions as above
    on above.region_code = as_was.parent_code
    and above.valid_from <= as_was.to_month
    and above.valid_to >= as_was.from_month
  where above.region_level <> 'nation'
),

stretches as (
  select
    place,
    valid_from,
    month_before,
    lag(place) over (partition by region_code order by valid_from) as place_before,
    lag(month_after) over (partition by region_code order by valid_from) as free_from
  from regions
),

-- The beginnings of places, and the first month in which no other place had the code.
beginnings as (
  select place, valid_from, month_before, coalesce(free_from, '0000-01') as free_from
  from stretches
  where place_before is null
    or place_before <> place
),

-- What a place began with. Put together first (`distinct` sees to that): few places begin later than all the others.
begun as (
  select distinct
    as_was.unit_code,
    as_was.unit_level,
    as_was.region_code,
    as_was.region_level,
    beginnings.place,
    beginnings.valid_from,
    beginnings.month_before,
    beginnings.free_from
  from beginnings
  inner join as_was
    on as_was.place = beginnings.place
    and as_was.from_month <= beginnings.valid_from
    and as_was.to_month >= beginnings.valid_from
  where beginnings.valid_from > (select min(valid_from) from regions)
),

-- A place also gets what its predecessors reported before it began, on the boundaries with which it began, so that its line is whole:
-- back to the end of whichever other place had its code.
predecessors as (
  select
    lineage.region_code as unit_code,
    begun.unit_level,
    begun.region_code,
    begun.region_level,
    begun.place,
    lineage.region_code || '/' || lineage.valid_to as stretch,
    lineage.unshared_split,
    greatest(lineage.valid_from, begun.free_from) as from_month,
    least(lineage.valid_to, begun.month_before) as to_month,
    lineage.share
  from begun
  inner join lineage
    on lineage.later_code = begun.unit_code
    and lineage.later_from <= begun.valid_from
    and lineage.later_to >= begun.valid_from
    and lineage.valid_from < begun.valid_from
    and lineage.valid_to >= begun.free_from
    and lineage.share > 0
),

-- Splits without shares whose every part came to the same place.
whole_again as (
  select place, unshared_split
  from predecessors
  where unshared_split = stretch
  group by place, unshared_split
  having sum(share) = 1
),

carried_back as (
  select
    predecessors.unit_code,
    predecessors.unit_level,
    predecessors.region_code,
    predecessors.region_level,
    predecessors.place,
    predecessors.from_month,
    predecessors.to_month,
    sum(predecessors.share) as share
  from predecessors
  left join whole_again
    on whole_again.place = predecessors.place
    and whole_again.unshared_split = predecessors.unshared_split
  where predecessors.unshared_split = ''
    or whole_again.place is not null
  group by
    predecessors.unit_code,
    predecessors.unit_level,
    predecessors.region_code,
    predecessors.region_level,
    predecessors.place,
    predecessors.from_month,
    predecessors.to_month
),

both_series as (
  select
    unit_code,
    unit_level,
    region_code,
    region_level,
    place,
    from_month,
    to_month,
    cast(1 as decimal(5, 4)) as share,
    false as is_carried_back
  from as_was
  union all
  select
    unit_code,
    unit_level,
    region_code,
    region_level,
    place,
    from_month,
    to_month,
    cast(share as decimal(5, 4)) as share,
    true as is_carried_back
  from carried_back
)

select * from both_series
