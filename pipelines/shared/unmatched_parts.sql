-- one row is a region, indicator and period held against an earlier one: the parts, in both, of units that were silent in one of the two
-- grain: region_code, period, indicator_id, against
-- refresh: period, looking back 12 periods
with parts as (
  select * from marts.indicator_parts
),

indicator_values as (
  select * from marts.indicator_values
),

indicators as (
  select * from raw.indicators
),

datasets as (
  select * from raw.datasets
),

calendar as (
  select * from raw.calendar
),

regions as (
  select * from marts.regions
),

lineage as (
  select * from marts.lineage
),

ancestors as (
  select * from marts.ancestors
),

periods as (
  select
    indicator_values.indicator_id,
    indicator_values.period,
    indicator_values.ordinal,
    max(calendar.last_month) as last_month,
    max(datasets.grain) as grain,
    max(case when indicator_values.units_reported < indicator_values.units_expected then 1 else 0 end) as is_incomplete
  from indicator_values
  inner join indicators
    on indicators.indicator_id = indicator_values.indicator_id
  inner join datasets
    on datasets.dataset = indicators.dataset
  inner join calendar
    on calendar.dataset = indicators.dataset
    and calendar.period = indicator_values.period
  group by indicator_values.indicator_id, indicator_values.period, indicator_values.ordinal
),

-- A unit without one of the parts has not reported the indicator.
reported as (
  select *
  from parts
  where numerator is not null
    and denominator is not null
),

silent as (
  select periods.indicator_id, periods.period, regions.region_code as unit_code
  from periods
  inner join regions
    on regions.region_level = periods.grain
    and regions.valid_from <= periods.last_month
    and regions.valid_to >= periods.last_month
  left join reported
    on reported.region_code = regions.region_code
    and reported.period = periods.period
    and reported.indicator_id = periods.indicator_id
  where periods.is_incomplete = 1
    and reported.region_code is null
),

steps as (
  select indicator_id, 'previous' as against, 1 as periods_back from indicators
  union all
  select indicator_id, 'year_before' as against, case frequency when 'M' then 12 when 'Q' then 4 else 1 end as periods_back
  from indicators
),

comparisons as (
  select
    present.indicator_id,
    present.period,
    present.last_month,
    steps.against,
    earlier.period as period_before,
    earlier.last_month as last_month_before
  from periods as present
  inner join steps
    on steps.indicator_id = present.indicator_id
  inner join periods as earlier
    on earlier.indicator_id = present.indicator_id
    and earlier.ordinal = present.ordinal - steps.periods_back
),

-- What a unit is later, through mergers, splits and re-codings, is silent when it is, and so is all that is a part of the same.
silent_later as (
  select comparisons.*, silent.unit_code
  from comparisons
  inner join silent
    on silent.indicator_id = comparisons.indicator_id
    and silent.period = comparisons.period
  union
  select comparisons.*, lineage.later_code as unit_code
  from comparisons
  inner join silent
    on silent.indicator_id = comparisons.indicator_id
    and silent.period = comparisons.period_before
  inner join lineage
    on lineage.region_code = silent.unit_code
    and comparisons.last_month_before between lineage.valid_from and lineage.valid_to
    and comparisons.last_month between lineage.later_from and lineage.later_to
),

silent_before as (
  select distinct
    silent_later.indicator_id,
    silent_later.against,
    silent_later.period,
    silent_later.last_month,
    silent_later.period_before,
    silent_later.last_month_before,
    lineage.region_code as unit_code
  from silent_later
  inner join lineage
    on lineage.later_code = silent_later.unit_code
    and silent_later.last_month between lineage.later_from and lineage.later_to
    and silent_later.last_month_before between lineage.valid_from and lineage.valid_to
),

sides as (
  select
    indicator_id,
    against,
    period,
    false as is_present,
    period_before as side_period,
    last_month_before as side_month,
    unit_code
  from silent_before
  union all
  select distinct
    silent_before.indicator_id,
    silent_before.against,
    silent_before.period,
    true as is_present,
    silent_before.period as side_period,
    silent_before.last_month as side_month,
    lineage.later_code as unit_code
  from silent_before
  inner join lineage
    on lineage.region_code = silent_before.unit_code
    and silent_before.last_month_before between lineage.valid_from and lineage.valid_to
    and silent_before.last_month between lineage.later_from and lineage.later_to
),

summed as (
  select
    ancestors.region_code,
    sides.period,
    sides.indicator_id,
    sides.against,
    sum(case when sides.is_present then reported.numerator * ancestors.share end) as numerator,
    sum(case when sides.is_present then reported.denominator * ancestors.share end) as denominator,
    sum(case when not sides.is_present then reported.numerator * ancestors.share end) as numerator_before,
    sum(case when not sides.is_present then reported.denominator * ancestors.share end) as denominator_before
  from sides
  inner join reported
    on reported.region_code = sides.unit_code
    and reported.period = sides.side_period
    and reported.indicator_id = sides.indicator_id
  inner join ancestors
    on ancestors.unit_code = reported.region_code
    and ancestors.from_month <= sides.side_month
    and ancestors.to_month >= sides.side_month
  -- A single village is a row of a return, not a place that rates are worked out for.
  where ancestors.region_level <> 'village'
  group by ancestors.region_code, sides.period, sides.indicator_id, sides.against
)

select * from summed
