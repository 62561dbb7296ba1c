-- city figures whose parts are not the sum of those of its counties: a roll-up lost or doubled something
with indicator_values as (
  select * from marts.indicator_values where numerator is not null and not is_carried_back
),

regions as (
  select * from marts.regions
),

calendar as (
  select * from raw.calendar
),

indicators as (
  select * from raw.indicators
),

counties as (
  select
    regions.parent_code,
    indicator_values.period,
    indicator_values.indicator_id,
    sum(indicator_values.numerator) as numerator,
    sum(indicator_values.denominator) as denominator
  from indicator_values
  inner join indicators
    on indicators.indicator_id = indicator_values.indicator_id
  inner join calendar
    on calendar.dataset = indicators.dataset
    and calendar.period = indicator_values.period
  inner join regions
    on regions.region_code = indicator_values.region_code
    and regions.valid_from <= calendar.last_month
    and regions.valid_to >= calendar.last_month
  where indicator_values.region_level = 'county'
  group by regions.parent_code, indicator_values.period, indicator_values.indicator_id
),

differing as (
  select
    indicator_values.region_code,
    indicator_values.period,
    indicator_values.indicator_id,
    indicator_values.numerator,
    counties.numerator as counties_numerator,
    indicator_values.denominator,
    counties.denominator as counties_denominator
  from indicator_values
  inner join counties
    on counties.parent_code = indicator_values.region_code
    and counties.period = indicator_values.period
    and counties.indicator_id = indicator_values.indicator_id
  where counties.numerator <> indicator_values.numerator
    or counties.denominator <> indicator_values.denominator
)

select * from differing
