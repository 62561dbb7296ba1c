-- regions and years whose bands do not add up to the villages that reported
with bands as (
  select region_code, period, sum(villages) as villages
  from marts.income_bands
  group by region_code, period
),

indicator_values as (
  select * from marts.indicator_values where indicator_id = 'villages_no_income_pct'
),

differing as (
  select
    indicator_values.region_code,
    indicator_values.period,
    indicator_values.units_reported,
    bands.villages
  from indicator_values
  left join bands
    on bands.region_code = indicator_values.region_code
    and bands.period = indicator_values.period
  where coalesce(bands.villages, 0) <> indicator_values.units_reported
)

select * from differing
