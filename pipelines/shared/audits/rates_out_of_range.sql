-- rates below 0 or above 100: a part larger than its whole came through
with indicator_values as (
  select * from marts.indicator_values
),

indicators as (
  select * from raw.indicators where unit = 'pct'
),

out_of_range as (
  select
    indicator_values.region_code,
    indicator_values.period,
    indicator_values.indicator_id,
    indicator_values.value
  from indicator_values
  inner join indicators
    on indicators.indicator_id = indicator_values.indicator_id
  where indicator_values.value < 0
    or indicator_values.value > 100
)

select * from out_of_range
