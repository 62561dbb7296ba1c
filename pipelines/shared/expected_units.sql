-- one row is a region, dataset and period, and how many units below it have to report
-- grain: region_code, dataset, period
-- refresh: period
with calendar as (
  select * from raw.calendar
),

datasets as (
  select * from raw.datasets
),

ancestors as (
  select * from marts.ancestors
),

first_periods as (
  select * from marts.first_periods
),

expected as (
  select
    ancestors.region_code,
    ancestors.region_level,
    ancestors.place,
    calendar.dataset,
    calendar.period,
    calendar.ordinal,
    calendar.due_date,
    bool_or(ancestors.is_carried_back) as is_carried_back,
    count(*) as units_expected
  from calendar
  inner join datasets
    on datasets.dataset = calendar.dataset
  inner join first_periods
    on first_periods.dataset = calendar.dataset
    and first_periods.first_period <= calendar.period
  inner join ancestors
    on ancestors.unit_level = datasets.grain
    and ancestors.from_month <= calendar.last_month
    and ancestors.to_month >= calendar.last_month
  -- A single village is a row of a return, not a place that rates are worked out for.
  where ancestors.region_level <> 'village'
  group by
    ancestors.region_code,
    ancestors.region_level,
    ancestors.place,
    calendar.dataset,
    calendar.period,
    calendar.ordinal,
    calendar.due_date
)

select * from expected
