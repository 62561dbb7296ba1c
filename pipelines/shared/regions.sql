-- one row is a region code and the months, both included, in which it stands for the same place with the same name and boundaries
-- grain: region_code, valid_from
-- refresh: whole
with regions as (
  select * from raw.regions
),

run as (
  select * from raw.run
),

dated as (
  select
    regions.region_code,
    regions.region_name,
    regions.short_name,
    regions.region_level,
    regions.parent_code,
    regions.region_class,
    regions.valid_from,
    coalesce(regions.valid_to, '9999-12') as valid_to,
    regions.month_before,
    regions.month_after,
    regions.place,
    regions.valid_from <= run.month and coalesce(regions.valid_to, '9999-12') >= run.month as is_current
  from regions
  cross join run
)

select * from dated
