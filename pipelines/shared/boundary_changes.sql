-- one row is a place whose boundaries or code changed, the month in which they did, and what the list of changes says of it
-- grain: place, month, note
-- refresh: whole
with region_changes as (
  select * from raw.region_changes where kind <> 'rename'
),

ancestors as (
  select * from marts.ancestors where not is_carried_back
),

-- What stood above the code that went, and above the one that came: a place on one side only was redrawn.
losing as (
  select
    ancestors.place,
    ancestors.region_code,
    ancestors.region_level,
    region_changes.month,
    region_changes.note,
    region_changes.from_code,
    region_changes.to_code
  from region_changes
  inner join ancestors
    on ancestors.unit_code = region_changes.from_code
    and ancestors.from_month <= region_changes.month_before
    and ancestors.to_month >= region_changes.month_before
),

gaining as (
  select
    ancestors.place,
    ancestors.region_code,
    ancestors.region_level,
    region_changes.month,
    region_changes.note,
    region_changes.from_code,
    region_changes.to_code
  from region_changes
  inner join ancestors
    on ancestors.unit_code = region_changes.to_code
    and ancestors.from_month <= region_changes.month
    and ancestors.to_month >= region_changes.month
),

one_sided as (
  (select * from losing except select * from gaining)
  union all
  (select * from gaining except select * from losing)
),

-- Most lines about villages say nothing: they are told by the line about the county.
told as (
  select
    place,
    region_code,
    region_level,
    month,
    note,
    max(note) over (partition by place, month) as any_note
  from one_sided
),

changes as (
  select distinct place, region_code, region_level, month, note
  from told
  where note <> ''
    or any_note = ''
)

select * from changes
