-- one row is an indicator's value for a region and period, its parts summed over the units that reported
-- grain: region_code, period, indicator_id
-- refresh: period
with parts as (
  select * from marts.indicator_parts
),

direct as (
  select * from marts.indicator_direct
),

expected as (
  select * from marts.expected_units
),

indicators as (
  select * from raw.indicators
),

calendar as (
  select * from raw.calendar
),

ancestors as (
  select * from marts.ancestors
),

first_periods as (
  select * from marts.first_periods
),

summed as (
  select
    ancestors.region_code,
    parts.period,
    parts.indicator_id,
    sum(parts.numerator * ancestors.share) as numerator,
    sum(parts.denominator * ancestors.share) as denominator,
    count(*) as units_reported
  from parts
  inner join indicators
    on indicators.indicator_id = parts.indicator_id
  inner join calendar
    on calendar.dataset = indicators.dataset
    and calendar.period = parts.period
  inner join ancestors
    on ancestors.unit_code = parts.region_code
    and ancestors.from_month <= calendar.last_month
    and ancestors.to_month >= calendar.last_month
  -- A unit without one of the parts has not reported the indicator; as a zero it would pull the rate.
  where parts.numerator is not null
    and parts.denominator is not null
  group by ancestors.region_code, parts.period, parts.indicator_id
),

every_region as (
  select
    expected.region_code,
    expected.region_level,
    expected.place,
    expected.period,
    expected.ordinal,
    expected.due_date,
    indicators.indicator_id,
    expected.is_carried_back,
    expected.units_expected,
    cast(coalesce(summed.numerator, direct.numerator) as decimal(24, 6)) as numerator,
    cast(coalesce(summed.denominator, direct.denominator) as decimal(24, 6)) as denominator,
    case
      when summed.denominator > 0
        then indicators.scale * cast(summed.numerator as double) / cast(summed.denominator as double)
      else direct.value
    end as value,
    coalesce(summed.units_reported, direct.units_reported, 0) as units_reported
  from expected
  inner join indicators
    on indicators.dataset = expected.dataset
  inner join first_periods
    on first_periods.dataset = expected.dataset
  left join summed
    on summed.region_code = expected.region_code
    and summed.period = expected.period
    and summed.indicator_id = indicators.indicator_id
  left join direct
    on direct.region_code = expected.region_code
    and direct.period = expected.period
    and direct.indicator_id = indicators.indicator_id
  -- In a return's first year there is no year before: nobody owes a change on it.
  where indicators.unit <> 'change_pct'
    or expected.period >= cast(cast(substr(first_periods.first_period, 1, 4) as integer) + 1 as varchar)
      || substr(first_periods.first_period, 5)
)

select * from every_region
