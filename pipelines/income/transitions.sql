-- one row is a region, year, and a move between income bands since the year before, and the villages that made it
-- grain: region_code, period, from_band, to_band
-- refresh: period, looking back 1 period
with village_bands as (
  select * from marts.income_village_bands
),

ancestors as (
  select * from marts.ancestors where region_level <> 'village'
),

lineage as (
  select * from marts.lineage where unshared_split = ''
),

-- A village is followed through whatever happened to its code in between, but never into another one that was given its code.
moves as (
  select
    now.region_code,
    now.period,
    now.last_month,
    before.band as from_band,
    now.band as to_band
  from village_bands as now
  inner join lineage
    on lineage.later_code = now.region_code
    and lineage.later_from <= now.last_month
    and lineage.later_to >= now.last_month
  inner join village_bands as before
    on before.region_code = lineage.region_code
    and before.ordinal = now.ordinal - 1
    and lineage.valid_from <= before.last_month
    and lineage.valid_to >= before.last_month
),

counted as (
  select
    ancestors.region_code,
    ancestors.region_level,
    moves.period,
    moves.from_band,
    moves.to_band,
    count(*) as villages
  from moves
  inner join ancestors
    on ancestors.unit_code = moves.region_code
    and ancestors.from_month <= moves.last_month
    and ancestors.to_month >= moves.last_month
  group by ancestors.region_code, ancestors.region_level, moves.period, moves.from_band, moves.to_band
)

select * from counted
