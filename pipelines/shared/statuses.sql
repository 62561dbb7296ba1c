-- one row is an indicator's value for a region and period, held against the threshold that is in force there and then
-- grain: region_code, period, indicator_id
-- refresh: period, looking back 12 periods
-- order: kept
with indicator_values as (
  select * from marts.indicator_values
),

reported as (
  select * from marts.indicator_values where value is not null
),

thresholds_in_force as (
  select * from marts.thresholds_in_force
),

kinds as (
  select * from marts.kinds
),

indicators as (
  select * from raw.indicators
),

named as (
  select distinct indicator_id, substr(scope, 8) as region_code
  from raw.thresholds
  where scope like 'region:%'
),

run as (
  select * from raw.run
),

-- The pace is that of the last twelve periods, or of as many as there are. It is looked up by what comes in order already: a window over
-- whole rows would shuffle them, and putting them in order again costs more than all the rest.
starts as (
  select
    place,
    indicator_id,
    ordinal,
    first_value(ordinal) over (
      partition by place, indicator_id order by ordinal range between 12 preceding and current row
    ) as start_ordinal,
    first_value(value) over (
      partition by place, indicator_id order by ordinal range between 12 preceding and current row
    ) as start_value
  from reported
),

with_start as (
  select
    indicator_values.*,
    starts.start_ordinal,
    starts.start_value
  from indicator_values
  left join starts
    on starts.place = indicator_values.place
    and starts.indicator_id = indicator_values.indicator_id
    and starts.ordinal = indicator_values.ordinal
),

-- Lines are compared with parts, in decimals: a region exactly on the line is on it, whatever a division says.
against_line as (
  select
    with_start.*,
    thresholds_in_force.threshold_id,
    thresholds_in_force.warning,
    thresholds_in_force.critical,
    thresholds_in_force.target,
    thresholds_in_force.clear_margin,
    thresholds_in_force.clear_periods,
    thresholds_in_force.min_denominator,
    thresholds_in_force.steps_left,
    coalesce(thresholds_in_force.warning, thresholds_in_force.critical, thresholds_in_force.target) as line,
    indicators.frequency,
    indicators.scale,
    indicators.decimals,
    indicators.gap_by,
    indicators.gap_unit,
    case when indicators.direction = 'higher_is_better' then 1 else -1 end as sign,
    case when indicators.direction = 'higher_is_better' then thresholds_in_force.step else -thresholds_in_force.step end as step,
    case
      when with_start.numerator is null then cast(with_start.value as decimal(24, 6))
      else cast(indicators.scale as decimal(3, 0)) * with_start.numerator
    end as scaled,
    case
      when with_start.numerator is null then cast(1 as decimal(24, 6))
      else with_start.denominator
    end as base
  from with_start
  inner join indicators
    on indicators.indicator_id = with_start.indicator_id
  inner join kinds
    on kinds.region_code = with_start.region_code
    and kinds.place = with_start.place
  left join named
    on named.indicator_id = with_start.indicator_id
    and named.region_code = with_start.region_code
  left join thresholds_in_force
    on thresholds_in_force.indicator_id = with_start.indicator_id
    and thresholds_in_force.period = with_start.period
    and thresholds_in_force.kind
      = case when named.region_code is null then kinds.kind else kinds.kind || '/' || named.region_code end
),

held as (
  select
    against_line.*,
    case when sign = 1 then warning * base - scaled else scaled - warning * base end as warning_shortfall,
    case when sign = 1 then critical * base - scaled else scaled - critical * base end as critical_shortfall,
    case when sign = 1 then target * base - scaled else scaled - target * base end as target_shortfall
  from against_line
),

judged as (
  select
    held.*,
    case
      when held.units_reported = 0 and run.as_of <= held.due_date then 'not_due'
      when held.units_reported = 0 then 'not_reported'
      when held.threshold_id is null then null
      when held.value is null or held.denominator < held.min_denominator then 'small_base'
      when held.critical_shortfall > 0 then 'critical'
      when held.warning_shortfall > 0 then 'warning'
      else 'ok'
    end as status,
    coalesce(held.warning_shortfall, held.critical_shortfall, held.target_shortfall) as shortfall,
    -- On the line is zero, and so is no movement, never the zero below zero that a product may give: the same figures make the same bytes.
    case
      when held.sign = 1 then cast(held.line as double) - held.value
      else held.value - cast(held.line as double)
    end as distance,
    case
      when held.sign = 1 then cast(held.target as double) - held.value
      else held.value - cast(held.target as double)
    end as target_distance,
    case
      when held.ordinal = held.start_ordinal then null
      when held.value = held.start_value then 0
      else held.sign * (held.value - held.start_value) / (held.ordinal - held.start_ordinal)
    end as pace
  from held
  cross join run
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
      when target_shortfall <= 0 or target_shortfall is null then null
      when gap_by = 'parts' then ceil(cast(target_shortfall as double) / scale)
      else ceil(round(target_distance * power(10, decimals), 6)) / power(10, decimals)
    end as target_gap,
    case
      when shortfall <= 0 or shortfall is null then null
      -- The line is caught up with while it moves; else where it comes to rest, on the target.
      when pace > step and distance <= (pace - step) * steps_left then ceil(round(distance / (pace - step), 6))
      when pace > 0 and steps_left > 0 then ceil(round(target_distance / pace, 6))
      when pace > 0 then ceil(round(distance / pace, 6))
      else null
    end as periods_to_line,
    case
      when target_shortfall > 0 and pace > 0 then ceil(round(target_distance / pace, 6))
      else null
    end as periods_to_target,
    -- Beyond twenty years it is not a forecast any more.
    case frequency when 'M' then 240 when 'Q' then 80 else 20 end as horizon
  from judged
),

arriving as (
  select
    with_gap.*,
    case when periods_to_line <= horizon then ordinal + cast(periods_to_line as bigint) else null end as arrival_ordinal,
    case
      when periods_to_target <= horizon then ordinal + cast(periods_to_target as bigint)
      else null
    end as target_ordinal
  from with_gap
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
      when arrival_ordinal is null then null
      when frequency = 'A' then cast(arrival_ordinal as varchar)
      when frequency = 'Q'
        then cast(cast(floor(arrival_ordinal / 4.0) as bigint) as varchar)
          || '-Q' || cast(mod(arrival_ordinal, 4) + 1 as varchar)
      else cast(cast(floor(arrival_ordinal / 12.0) as bigint) as varchar)
        || '-' || lpad(cast(mod(arrival_ordinal, 12) + 1 as varchar), 2, '0')
    end as arrival_period,
    target_gap,
    case
      when target_ordinal is null then null
      when frequency = 'A' then cast(target_ordinal as varchar)
      when frequency = 'Q'
        then cast(cast(floor(target_ordinal / 4.0) as bigint) as varchar)
          || '-Q' || cast(mod(target_ordinal, 4) + 1 as varchar)
      else cast(cast(floor(target_ordinal / 12.0) as bigint) as varchar)
        || '-' || lpad(cast(mod(target_ordinal, 12) + 1 as varchar), 2, '0')
    end as target_arrival_period,
    pace,
    distance,
    clear_periods,
    status = 'ok' and distance <= 0.000001 - clear_margin as is_clear
  from arriving
)

select * from dated
