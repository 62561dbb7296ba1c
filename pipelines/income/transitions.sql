-- one row is a region, year, and a move between income bands since the year before, and the villages that made it
-- grain: region_code, period, from_band, to_band
with village_bands as (
  select * from marts.income_village_bands
),

ancestors as (
  select * from marts.ancestors where region_level <> 'village'
),

-- A village is followed under the code it has today, so a re-coding in between does not lose it.
moves as (
  select
    now.region_code,
    now.period,
    now.last_month,
    before.band as from_band,
    now.band as to_band
  from village_bands as now
  inner join village_bands as before
    on before.current_code = now.current_code
    and before.ordinal = now.ordinal - 1
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
