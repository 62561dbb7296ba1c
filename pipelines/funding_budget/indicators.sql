-- one row is a county's parts of an indicator in a quarter
-- grain: region_code, period, indicator_id
-- refresh: period, looking back 4 periods at staging.funding_budget
with funding_budget as (
  select * from staging.funding_budget
),

calendar as (
  select * from raw.calendar where dataset = 'funding_budget'
),

lineage as (
  select * from marts.lineage
),

quarters as (
  select
    present.period,
    present.last_month,
    earlier.period as period_before,
    earlier.last_month as last_month_before
  from calendar as present
  inner join calendar as earlier
    on earlier.ordinal = present.ordinal - 4
),

-- The same quarter a year before, of whatever the county was then: two that were merged count together, one that was split by its share.
-- With one of them silent the county would seem to have grown, and of a split without shares nobody can say: then nothing is said.
known_before as (
  select
    funding_budget.region_code,
    funding_budget.period,
    quarters.last_month,
    quarters.period_before,
    quarters.last_month_before
  from funding_budget
  inner join quarters
    on quarters.period = funding_budget.period
  inner join lineage
    on lineage.later_code = funding_budget.region_code
    and lineage.later_from <= quarters.last_month
    and lineage.later_to >= quarters.last_month
    and lineage.valid_from <= quarters.last_month_before
    and lineage.valid_to >= quarters.last_month_before
  left join funding_budget as earlier
    on earlier.region_code = lineage.region_code
    and earlier.period = quarters.period_before
    and lineage.unshared_split = ''
  group by
    funding_budget.region_code,
    funding_budget.period,
    quarters.last_month,
    quarters.period_before,
    quarters.last_month_before
  having count(*) = count(earlier.party_building_budget_yuan)
),

years_before as (
  select
    known_before.region_code,
    known_before.period,
    sum(earlier.party_building_budget_yuan * lineage.share) as year_before_yuan
  from known_before
  inner join lineage
    on lineage.later_code = known_before.region_code
    and lineage.later_from <= known_before.last_month
    and lineage.later_to >= known_before.last_month
    and lineage.valid_from <= known_before.last_month_before
    and lineage.valid_to >= known_before.last_month_before
  inner join funding_budget as earlier
    on earlier.region_code = lineage.region_code
    and earlier.period = known_before.period_before
  group by known_before.region_code, known_before.period
),

compared as (
  select
    funding_budget.region_code,
    funding_budget.period,
    funding_budget.party_building_budget_yuan,
    years_before.year_before_yuan
  from funding_budget
  left join years_before
    on years_before.region_code = funding_budget.region_code
    and years_before.period = funding_budget.period
),

parts as (
  select
    region_code,
    period,
    'funding_growth_pct' as indicator_id,
    party_building_budget_yuan - year_before_yuan as numerator,
    year_before_yuan as denominator
  from compared
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
