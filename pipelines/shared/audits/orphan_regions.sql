-- indicator parts of a region that is not valid in their period: they would vanish from every total without a word
with parts as (
  select * from marts.indicator_parts
),

indicators as (
  select * from raw.indicators
),

calendar as (
  select * from raw.calendar
),

regions as (
  select * from marts.regions
),

orphans as (
  select
    parts.region_code,
    parts.period,
    parts.indicator_id
  from parts
  inner join indicators
    on indicators.indicator_id = parts.indicator_id
  left join calendar
    on calendar.dataset = indicators.dataset
    and calendar.period = parts.period
  left join regions
    on regions.region_code = parts.region_code
    and regions.valid_from <= calendar.last_month
    and regions.valid_to >= calendar.last_month
  where regions.region_code is null
)

select * from orphans
