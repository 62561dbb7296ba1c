-- one row is a township's parts of an indicator in a month
-- grain: region_code, period, indicator_id
-- refresh: period
with coverage as (
  select * from staging.coverage
),

parts as (
  select
    region_code,
    period,
    'nonpublic_coverage_pct' as indicator_id,
    nonpublic_org_single + nonpublic_org_joint as numerator,
    nonpublic_total as denominator
  from coverage
  union all
  select
    region_code,
    period,
    'social_coverage_pct' as indicator_id,
    social_org_single + social_org_joint as numerator,
    social_total as denominator
  from coverage
  union all
  select
    region_code,
    period,
    'nonpublic_eligible_coverage_pct' as indicator_id,
    nonpublic_org_single + nonpublic_org_joint as numerator,
    nonpublic_eligible as denominator
  from coverage
  union all
  select
    region_code,
    period,
    'nonpublic_work_coverage_pct' as indicator_id,
    nonpublic_org_single + nonpublic_org_joint + nonpublic_instructor as numerator,
    nonpublic_total as denominator
  from coverage
  union all
  select
    region_code,
    period,
    'social_work_coverage_pct' as indicator_id,
    social_org_single + social_org_joint + social_instructor as numerator,
    social_total as denominator
  from coverage
  union all
  select
    region_code,
    period,
    'key_firm_coverage_pct' as indicator_id,
    nonpublic_key_with_org as numerator,
    nonpublic_key_total as denominator
  from coverage
  union all
  select
    region_code,
    period,
    'social_30plus_coverage_pct' as indicator_id,
    social_30plus_with_org as numerator,
    social_30plus_total as denominator
  from coverage
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
