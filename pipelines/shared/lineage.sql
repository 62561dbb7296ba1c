-- one row is a region code as valid from a month, and the code it has today after mergers and re-codings
-- grain: region_code, valid_from
with recursive regions as (
  select * from marts.regions
),

-- A split is not carried on: nobody can say which part of the old figure belongs to which new region.
carried as (
  select * from raw.region_changes where kind in ('merge', 'recode')
),

-- A code may be given to another place later, so each step goes from the end of one validity to the start of the next.
steps (region_code, valid_from, valid_to, code, code_valid_to, hops) as (
  select region_code, valid_from, valid_to, region_code, valid_to, 0
  from regions
  union all
  select
    steps.region_code,
    steps.valid_from,
    steps.valid_to,
    carried.to_code,
    regions.valid_to,
    steps.hops + 1
  from steps
  inner join carried
    on carried.from_code = steps.code
    and carried.month_before = steps.code_valid_to
  inner join regions
    on regions.region_code = carried.to_code
    and regions.valid_from <= carried.month
    and regions.valid_to >= carried.month
),

today as (
  select
    region_code,
    valid_from,
    valid_to,
    max_by(code, hops) as current_code
  from steps
  group by region_code, valid_from, valid_to
)

select * from today
