-- one row is a region of today, and the month before which its rows are on other boundaries or of another place
-- grain: region_code
-- refresh: whole
with regions as (
  select * from marts.regions where region_level <> 'village'
),

boundary_changes as (
  select * from marts.boundary_changes
),

run as (
  select * from raw.run
),

current_regions as (
  select distinct region_code, place from regions where is_current
),

beginnings as (
  select region_code, place, min(valid_from) as valid_from
  from regions
  group by region_code, place
),

redrawings as (
  -- Parts came or went while the code lived on.
  select beginnings.region_code, boundary_changes.month
  from current_regions
  inner join beginnings
    on beginnings.place = current_regions.place
  inner join boundary_changes
    on boundary_changes.place = current_regions.place
    and boundary_changes.month > beginnings.valid_from
  cross join run
  where boundary_changes.month <= run.month
  union all
  -- The code was another place's, so not all of the past could be carried back under it.
  select beginnings.region_code, beginnings.valid_from as month
  from current_regions
  inner join beginnings
    on beginnings.place = current_regions.place
  inner join beginnings as others
    on others.region_code = beginnings.region_code
    and others.valid_from < beginnings.valid_from
),

latest as (
  select region_code, max(month) as month
  from redrawings
  group by region_code
)

select * from latest
