-- one row is a county's parts of an indicator in a month
-- grain: region_code, period, indicator_id
-- refresh: period, looking back 12 periods at staging.burden
with burden as (
  select * from staging.burden
),

lineage as (
  select * from marts.lineage
),

-- The same month a year before, of whatever the county was then: two that were merged count together, one that was split by its share.
years_before as (
  select
    burden.region_code,
    burden.period,
    cast(cast(substr(burden.period, 1, 4) as integer) - 1 as varchar) || substr(burden.period, 5) as period_before
  from burden
),

-- With one of its predecessors silent a county would seem to have doubled: then nothing is said. Nor is it of a split without shares.
known_before as (
  select
    years_before.region_code,
    years_before.period,
    years_before.period_before
  from years_before
  inner join lineage
    on lineage.later_code = years_before.region_code
    and lineage.later_from <= years_before.period
    and lineage.later_to >= years_before.period
    and lineage.valid_from <= years_before.period_before
    and lineage.valid_to >= years_before.period_before
  left join burden as before
    on before.region_code = lineage.region_code
    and before.period = years_before.period_before
    and lineage.unshared_split = ''
  group by years_before.region_code, years_before.period, years_before.period_before
  having count(*) = count(before.documents_issued + before.meetings_held + before.inspections)
),

earlier as (
  select
    known_before.region_code,
    known_before.period,
    sum(before.documents_issued * lineage.share) as documents_before,
    sum(before.meetings_held * lineage.share) as meetings_before,
    sum(before.inspections * lineage.share) as inspections_before
  from known_before
  inner join lineage
    on lineage.later_code = known_before.region_code
    and lineage.later_from <= known_before.period
    and lineage.later_to >= known_before.period
    and lineage.valid_from <= known_before.period_before
    and lineage.valid_to >= known_before.period_before
  inner join burden as before
    on before.region_code = lineage.region_code
    and before.period = known_before.period_before
  group by known_before.region_code, known_before.period
),

with_year_before as (
  select
    burden.*,
    earlier.documents_before,
    earlier.meetings_before,
    earlier.inspections_before
  from burden
  left join earlier
    on earlier.region_code = burden.region_code
    and earlier.period = burden.period
),

parts as (
  select
    region_code,
    period,
    'documents_change_pct' as indicator_id,
    documents_issued - documents_before as numerator,
    documents_before as denominator
  from with_year_before
  union all
  select
    region_code,
    period,
    'meetings_change_pct' as indicator_id,
    meetings_held - meetings_before as numerator,
    meetings_before as denominator
  from with_year_before
  union all
  select
    region_code,
    period,
    'inspections_change_pct' as indicator_id,
    inspections - inspections_before as numerator,
    inspections_before as denominator
  from with_year_before
  union all
  select
    region_code,
    period,
    'cells_required' as indicator_id,
    cells_required as numerator,
    1 as denominator
  from with_year_before
),

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
