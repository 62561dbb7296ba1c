-- one row is an indicator's value for a region and period, held against the threshold that is in force there and then
-- grain: region_code, period, indicator_id
-- refresh: period, looking back 12 periods
with indicator_values as (
  select * from marts.indicator_values
),

thresholds_in_force as (
  select * from marts.thresholds_in_force
),

indicators as (
  select * from raw.indicators
),

run as (
  select * from raw.run
),

-- Lines are compared with parts, in decimals: a region exactly on the line is on it, whatever a division says.
against_line as (
  select
    indicator_values.*,
    thresholds_in_force.threshold_id,
    thresholds_in_force.warning,
    thresholds_in_force.critical,
    thresholds_in_force.target,
    thresholds_in_force.clear_margin,
    thresholds_in_force.clear_periods,
    thresholds_in_force.min_denominator,
    coalesce(thresholds_in_force.warning, thresholds_in_force.critical, thresholds_in_force.target) as line,
    indicators.frequency,
    indicators.scale,
    indicators.decimals,
    indicators.gap_by,
    indicators.gap_unit,
    case when indicators.direction = 'higher_is_better' then 1 else -1 end as sign,
    case
      when indicator_values.numerator is null then cast(indicator_values.value as decimal(24, 6))
      else cast(indicators.scale as decimal(3, 0)) * indicator_values.numerator
    end as scaled,
    case
      when indicator_values.numerator is null then cast(1 as decimal(24, 6))
      else indicator_values.denominator
    end as base
  from indicator_values
  inner join indicators
    on indicators.indicator_id = indicator_values.indicator_id
  left join thresholds_in_force
    on thresholds_in_force.region_code = indicator_values.region_code
    and thresholds_in_force.period = indicator_values.period
    and thresholds_in_force.indicator_id = indicator_values.indicator_id
),

-- The pace is that of the last twelve periods, or of as many as there are.
paces as (
  select
    region_code,
    period,
    indicator_id,
    ordinal - first_value(ordinal) over (
      partition by place, indicator_id order by ordinal range between 12 preceding and current row
    ) as pace_periods,
    value - first_value(value) over (
      partition by place, indicator_id order by ordinal range between 12 preceding and current row
    ) as pace_change
  from indicator_values
  where value is not null
),

judged as (
  select
    against_line.*,
    case
      when against_line.units_reported = 0 and run.as_of <= against_line.due_date then 'not_due'
      when against_line.units_reported = 0 then 'not_reported'
      when against_line.threshold_id is null then null
      when against_line.value is null or against_line.denominator < against_line.min_denominator then 'small_base'
      when against_line.sign * (against_line.critical * against_line.base - against_line.scaled) > 0 then 'critical'
      when against_line.sign * (against_line.warning * against_line.base - against_line.scaled) > 0 then 'warning'
      else 'ok'
    end as status,
    against_line.sign * (against_line.line * against_line.base - against_line.scaled) as shortfall,
    against_line.sign * (cast(against_line.line as double) - against_line.value) as distance,
    paces.pace_periods,
    against_line.sign * paces.pace_change / nullif(paces.pace_periods, 0) as pace
  from against_line
  cross join run
  left join paces
    on paces.region_code = against_line.region_code
    and paces.period = against_line.period
    and paces.indicator_id = against_line.indicator_id
),

with_gap as (
  select
    judged.*,
    case
      when shortfall <= 0 or shortfall is null then null
      when gap_by = 'parts' then ceil(cast(shortfall as double) / scale)
      else ceil(round(distance * power(10, decimals), 6)) / power(10, decimals)
    end as gap,
    case
      when shortfall > 0 and pace > 0 then ordinal + cast(ceil(round(distance / pace, 6)) as bigint)
      else null
    end as arrival_ordinal
  from judged
),

dated as (
  select
    region_code,
    region_level,
    place,
    period,
    ordinal,
    indicator_id,
    is_carried_back,
    numerator,
    denominator,
    value,
    units_expected,
    units_reported,
    status,
    warning,
    critical,
    target,
    gap,
    case when gap is null then null else gap_unit end as gap_unit,
    threshold_id,
    case
      -- Beyond twenty years it is not a forecast any more.
      when frequency = 'M' and arrival_ordinal - ordinal <= 240
        then cast(cast(floor(arrival_ordinal / 12.0) as bigint) as varchar)
          || '-' || lpad(cast(mod(arrival_ordinal, 12) + 1 as varchar), 2, '0')
      when frequency = 'Q' and arrival_ordinal - ordinal <= 80
        then cast(cast(floor(arrival_ordinal / 4.0) as bigint) as varchar)
          || '-Q' || cast(mod(arrival_ordinal, 4) + 1 as varchar)
      when frequency = 'A' and arrival_ordinal - ordinal <= 20 then cast(arrival_ordinal as varchar)
      else null
    end as arrival_period,
    distance,
    clear_periods,
    status = 'ok' and distance <= 0.000001 - clear_margin as is_clear
  from with_gap
)

select * from dated
