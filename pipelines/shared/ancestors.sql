-- one row is a region, one at or above it, and the months in which the one counts towards the other
-- grain: unit_code, region_code, from_month
with recursive regions as (
  select * from marts.regions
),

lineage as (
  select * from marts.lineage
),

-- The nation is left out: what a city reports is not the country's figure.
as_was (unit_code, unit_level, region_code, region_level, parent_code, from_month, to_month) as (
  select region_code, region_level, region_code, region_level, parent_code, valid_from, valid_to
  from regions
  union all
  select
    as_was.unit_code,
    as_was.unit_level,
    above.region_code,
    above.region_level,
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

-- A region that exists only since a change also gets what its predecessors reported before it, so that its line is whole.
carried_back as (
  select
    lineage.region_code as unit_code,
    as_was.unit_level,
    as_was.region_code,
    as_was.region_level,
    lineage.valid_from as from_month,
    lineage.valid_to as to_month
  from lineage
  inner join as_was
    on as_was.unit_code = lineage.current_code
  inner join regions
    on regions.region_code = as_was.region_code
    and regions.valid_from > lineage.valid_to
    and regions.valid_from <= as_was.from_month
    and regions.valid_to >= as_was.from_month
  where lineage.current_code <> lineage.region_code
),

both_series as (
  select unit_code, unit_level, region_code, region_level, from_month, to_month, false as is_carried_back
  from as_was
  union all
  select unit_code, unit_level, region_code, region_level, from_month, to_month, true as is_carried_back
  from carried_back
)

select * from both_series
