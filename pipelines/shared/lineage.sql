-- one row is a region code as valid from a month, and the code it has today after mergers and re-codings (three at most)
-- grain: region_code, valid_from
with regions as (
  select * from marts.regions
),

-- A split is not carried on: nobody can say which part of the old figure belongs to which new region.
carried as (
  select * from raw.region_changes where kind in ('merge', 'recode')
),

once as (
  select
    regions.region_code,
    regions.valid_from,
    regions.valid_to,
    coalesce(carried.to_code, regions.region_code) as code,
    coalesce(carried.month, regions.valid_from) as since
  from regions
  left join carried
    on carried.from_code = regions.region_code
    and carried.month_before = regions.valid_to
),

twice as (
  select
    once.region_code,
    once.valid_from,
    once.valid_to,
    coalesce(carried.to_code, once.code) as code,
    coalesce(carried.month, once.since) as since
  from once
  left join carried
    on carried.from_code = once.code
    and carried.month > once.since
    and carried.month_before > once.valid_to
),

thrice as (
  select
    twice.region_code,
    twice.valid_from,
    twice.valid_to,
    coalesce(carried.to_code, twice.code) as current_code
  from twice
  left join carried
    on carried.from_code = twice.code
    and carried.month > twice.since
    and carried.month_before > twice.valid_to
)

select * from thrice
