-- one row is a region, one at or above it, and the months in which the one counts towards the other
-- grain: unit_code, region_code, from_month
with regions as (
  select * from marts.regions
),

lineage as (
  select * from marts.lineage
),

own as (
  select
    region_code as unit_code,
    region_level as unit_level,
    region_code,
    region_level,
    parent_code,
    valid_from as from_month,
    valid_to as to_month
  from regions
),

one_up as (
  select
    own.unit_code,
    own.unit_level,
    above.region_code,
    above.region_level,
    above.parent_code,
    greatest(own.from_month, above.valid_from) as from_month,
    least(own.to_month, above.valid_to) as to_month
  from own
  inner join regions as above
    on above.region_code = own.parent_code
    and above.valid_from <= own.to_month
    and above.valid_to >= own.from_month
  where above.region_level <> 'nation'
),

two_up as (
  select
    one_up.unit_code,
    one_up.unit_level,
    above.region_code,
    above.region_level,
    above.parent_code,
    greatest(one_up.from_month, above.valid_from) as from_month,
    least(one_up.to_month, above.valid_to) as to_month
  from one_up
  inner join regions as above
    on above.region_code = one_up.parent_code
    and above.valid_from <= one_up.to_month
    and above.valid_to >= one_up.from_month
  where above.region_level <> 'nation'
),

three_up as (
  select
    two_up.unit_code,
    two_up.unit_level,
    above.region_code,
    above.region_level,
    above.parent_code,
    greatest(two_up.from_month, above.valid_from) as from_month,
    least(two_up.to_month, above.valid_to) as to_month
  from two_up
  inner join regions as above
    on above.region_code = two_up.parent_code
    and above.valid_from <= two_up.to_month
    and above.valid_to >= two_up.from_month
  where above.region_level <> 'nation'
),

four_up as (
  select
    three_up.unit_code,
    three_up.unit_level,
    above.region_code,
    above.region_level,
    above.parent_code,
    greatest(three_up.from_month, above.valid_from) as from_month,
    least(three_up.to_month, above.valid_to) as to_month
  from three_up
  inner join regions as above
    on above.region_code = three_up.parent_code
    and above.valid_from <= three_up.to_month
    and above.valid_to >= three_up.from_month
  where above.region_level <> 'nation'
),

as_was as (
  select * from own
  union all
  select * from one_up
  union all
  select * from two_up
  union all
  select * from three_up
  union all
  select * from four_up
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
