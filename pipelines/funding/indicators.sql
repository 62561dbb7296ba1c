-- one row is a township's parts of an indicator in a quarter
-- grain: region_code, period, indicator_id
-- refresh: period
with funding as (
  select * from staging.funding
),

parts as (
  select
    region_code,
    period,
    'funding_norm_met_pct' as indicator_id,
    villages_meeting_norm as numerator,
    villages as denominator
  from funding
  union all
  select
    region_code,
    period,
    'funding_per_village_yuan' as indicator_id,
    office_funds_yuan + service_funds_yuan as numerator,
    villages as denominator
  from funding
),

-- Of one type for all indicators, and one that is quickly read.
amounts as (
  select
    region_code,
    period,
    indicator_id,
    cast(numerator as decimal(18, 2)) as numerator,
    cast(denominator as decimal(18, 2)) as denominator
  from parts
)

select * from amounts
