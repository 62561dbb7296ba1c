-- one row is a dataset that anything was reported of, and the first period that it is expected for
-- grain: dataset
-- refresh: whole
with units as (
  select * from raw.submission_units
),

first_periods as (
  select dataset, min(period) as first_period
  from units
  group by dataset
)

select * from first_periods
