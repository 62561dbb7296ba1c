-- one row is a region, year and income band, and its villages
-- grain: region_code, period, band
-- refresh: period
with village_bands as (
  select * from marts.income_village_bands
),

ancestors as (
  select * from marts.ancestors where region_level <> 'village'
),

counted as (
  select
    ancestors.region_code,
    ancestors.region_level,
    village_bands.period,
    village_bands.band,
    count(*) as villages
  from village_bands
  inner join ancestors
    on ancestors.unit_code = village_bands.region_code
    and ancestors.from_month <= village_bands.last_month
    and ancestors.to_month >= village_bands.last_month
  group by ancestors.region_code, ancestors.region_level, village_bands.period, village_bands.band
)

select * from counted
