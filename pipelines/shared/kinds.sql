-- one row is a code of a place, and the kind of region that it is: regions of one kind stand under the same lines
-- grain: region_code, place
-- refresh: view
with regions as (
  select * from marts.regions where region_level <> 'village'
),

classes as (
  select place, max(region_class) as region_class
  from regions
  group by place
),

kinds as (
  select distinct
    regions.region_code,
    regions.place,
    regions.region_level,
    coalesce(classes.region_class, '') as region_class,
    regions.region_level || '/' || coalesce(classes.region_class, '') as kind
  from regions
  inner join classes
    on classes.place = regions.place
)

select * from kinds
