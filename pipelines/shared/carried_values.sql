-- one row is an indicator's value for a region of today in a period, on its boundaries of today: the second of the two series
-- grain: region_code, period, indicator_id
-- refresh: view
with indicator_values as (
  select * from marts.indicator_values
),

parts as (
  select * from marts.indicator_parts
),

indicators as (
  select * from raw.indicators
),

calendar as (
  select * from raw.calendar
),

run as (
  select * from raw.run
),

current_regions as (
  select distinct region_code, region_level, place from marts.regions where is_current
),

redrawn_regions as (
  select * from marts.redrawn_regions
),

lineage as (
  select * from marts.lineage
),

ancestors as (
  select * from marts.ancestors where not is_carried_back
),

-- Most regions have this series already: as they were while their code stood for them, and carried back before.
kept as (
  select
    indicator_values.region_code,
    indicator_values.region_level,
    indicator_values.period,
    indicator_values.ordinal,
    indicator_values.indicator_id,
    indicator_values.numerator,
    indicator_values.denominator,
    indicator_values.value,
    indicator_values.is_carried_back
  from indicator_values
  inner join current_regions
    on current_regions.place = indicator_values.place
  inner join indicators
    on indicators.indicator_id = indicator_values.indicator_id
  inner join calendar
    on calendar.dataset = indicators.dataset
    and calendar.period = indicator_values.period
  left join redrawn_regions
    on redrawn_regions.region_code = indicator_values.region_code
  where coalesce(redrawn_regions.month, '0000-01') <= calendar.last_month
),

-- What the others are made of today, and what that was then.
predecessors as (
  select
    redrawn_regions.region_code,
    redrawn_regions.month,
    lineage.region_code as unit_code,
    lineage.valid_from,
    lineage.valid_to,
    lineage.unshared_split,
    lineage.share
  from redrawn_regions
  cross join run
  inner join ancestors
    on ancestors.region_code = redrawn_regions.region_code
    and ancestors.from_month <= run.month
    and ancestors.to_month >= run.month
  inner join lineage
    on lineage.later_code = ancestors.unit_code
    and lineage.later_from <= run.month
    and lineage.later_to >= run.month
),

-- Splits without shares whose every part came to the same region.
whole_again as (
  select region_code, unshared_split
  from predecessors
  where unshared_split = unit_code || '/' || valid_to
  group by region_code, unshared_split
  having sum(share) = 1
),

members as (
  select
    predecessors.region_code,
    predecessors.month,
    predecessors.unit_code,
    predecessors.valid_from,
    predecessors.valid_to,
    cast(sum(predecessors.share) as decimal(5, 4)) as share
  from predecessors
  left join whole_again
    on whole_again.region_code = predecessors.region_code
    and whole_again.unshared_split = predecessors.unshared_split
  where predecessors.valid_from < predecessors.month
    and (predecessors.unshared_split = '' or whole_again.region_code is not null)
  group by
    predecessors.region_code,
    predecessors.month,
    predecessors.unit_code,
    predecessors.valid_from,
    predecessors.valid_to
),

summed as (
  select
    members.region_code,
    parts.period,
    calendar.ordinal,
    parts.indicator_id,
    indicators.scale,
    cast(sum(parts.numerator * members.share) as decimal(24, 6)) as numerator,
    cast(sum(parts.denominator * members.share) as decimal(24, 6)) as denominator
  from members
  inner join parts
    on parts.region_code = members.unit_code
  inner join indicators
    on indicators.indicator_id = parts.indicator_id
  inner join calendar
    on calendar.dataset = indicators.dataset
    and calendar.period = parts.period
    and calendar.last_month < members.month
    and calendar.last_month between members.valid_from and members.valid_to
  where parts.numerator is not null
    and parts.denominator is not null
  group by members.region_code, parts.period, calendar.ordinal, parts.indicator_id, indicators.scale
),

redrawn as (
  select
    summed.region_code,
    current_regions.region_level,
    summed.period,
    summed.ordinal,
    summed.indicator_id,
    summed.numerator,
    summed.denominator,
    case
      when summed.denominator > 0
        then summed.scale * cast(summed.numerator as double) / cast(summed.denominator as double)
    end as value,
    true as is_carried_back
  from summed
  inner join current_regions
    on current_regions.region_code = summed.region_code
),

both_kinds as (
  select * from kept
  union all
  select * from redrawn
)

select * from both_kinds
