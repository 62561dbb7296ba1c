-- one row is an indicator's change in a region since the period before or the year before, and what it comes from
-- grain: region_code, period, indicator_id, against
-- refresh: view
with indicator_values as (
  select * from marts.indicator_values
),

indicators as (
  select * from raw.indicators
),

calendar as (
  select * from raw.calendar
),

redrawn_regions as (
  select * from marts.redrawn_regions
),

unmatched_parts as (
  select * from marts.unmatched_parts
),

steps as (
  select indicator_id, dataset, scale, 'previous' as against, 1 as periods_back from indicators
  union all
  select indicator_id, dataset, scale, 'year_before' as against, case frequency when 'M' then 12 when 'Q' then 4 else 1 end as periods_back
  from indicators
),

-- A unit that reported only once is left out of both parts; what it does to the value is the third part of the change.
pairs as (
  select
    present.region_code,
    present.region_level,
    present.period,
    present.indicator_id,
    steps.against,
    steps.scale,
    earlier.period as period_before,
    earlier.value as value_before,
    present.value,
    present.value - earlier.value as change,
    earlier.units_expected as units_expected_before,
    earlier.units_reported as units_reported_before,
    present.units_expected,
    present.units_reported,
    unmatched_parts.region_code is not null as is_unmatched,
    redrawn_regions.region_code is not null as is_redrawn,
    cast(earlier.numerator - coalesce(unmatched_parts.numerator_before, 0) as double) as numerator_before,
    cast(earlier.denominator - coalesce(unmatched_parts.denominator_before, 0) as double) as denominator_before,
    cast(present.numerator - coalesce(unmatched_parts.numerator, 0) as double) as numerator,
    cast(present.denominator - coalesce(unmatched_parts.denominator, 0) as double) as denominator
  from indicator_values as present
  inner join steps
    on steps.indicator_id = present.indicator_id
  inner join indicator_values as earlier
    on earlier.region_code = present.region_code
    and earlier.place = present.place
    and earlier.indicator_id = present.indicator_id
    and earlier.ordinal = present.ordinal - steps.periods_back
  left join unmatched_parts
    on unmatched_parts.region_code = present.region_code
    and unmatched_parts.period = present.period
    and unmatched_parts.indicator_id = present.indicator_id
    and unmatched_parts.against = steps.against
  inner join calendar as present_months
    on present_months.dataset = steps.dataset
    and present_months.period = present.period
  inner join calendar as earlier_months
    on earlier_months.dataset = steps.dataset
    and earlier_months.period = earlier.period
  left join redrawn_regions
    on redrawn_regions.region_code = present.region_code
    and redrawn_regions.month > earlier_months.last_month
    and redrawn_regions.month <= present_months.last_month
  where present.value is not null
    and earlier.value is not null
),

-- Each part alone, the other held at the mean of what it was and is: no order between them, and nothing is left over. Across a change
-- of the region's boundaries parts say nothing.
parted as (
  select
    pairs.*,
    case
      when is_redrawn or numerator is null or numerator_before is null then null
      when denominator > 0 and denominator_before > 0
        then scale * (numerator - numerator_before) * (1 / denominator + 1 / denominator_before) / 2
      else 0
    end as from_numerator,
    case
      when is_redrawn or numerator is null or numerator_before is null then null
      when denominator > 0 and denominator_before > 0
        then scale * (numerator_before + numerator) / 2 * (1 / denominator - 1 / denominator_before)
      else 0
    end as from_denominator
  from pairs
),

changes as (
  select
    region_code,
    region_level,
    period,
    indicator_id,
    against,
    period_before,
    value_before,
    value,
    change,
    from_numerator,
    from_denominator,
    -- Where nobody is unmatched the two parts are all of it.
    case when from_numerator is null then null when is_unmatched then change - from_numerator - from_denominator else 0 end
      as from_units,
    case
      when is_redrawn then false
      -- Of a median only the number is known of those who were silent.
      when from_numerator is null
        then units_expected - units_reported = units_expected_before - units_reported_before
      else not is_unmatched
    end as is_same_units,
    units_expected_before,
    units_reported_before,
    units_expected,
    units_reported
  from parted
)

select * from changes
