-- figures made of more units than the region has: a unit counted twice, or one that no longer exists
with indicator_values as (
  select * from marts.indicator_values
),

too_many as (
  select
    region_code,
    period,
    indicator_id,
    units_expected,
    units_reported
  from indicator_values
  where units_reported > units_expected
)

select * from too_many
