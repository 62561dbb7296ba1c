-- one row is a stretch of months of a region code, and a later stretch that counts as it, or as a share of it, through every change
-- grain: region_code, valid_from, later_code, later_from, unshared_split
-- refresh: whole
with recursive regions as (
  select region_code, place, valid_from, coalesce(valid_to, '9999-12') as valid_to, month_before
  from raw.regions
),

region_changes as (
  select * from raw.region_changes
),

-- Where each of several comes in the order of their codes, and whether the code that was split is one of them.
splits as (
  select
    from_code,
    to_code,
    month,
    month_before,
    share,
    sum(share) over (partition by from_code, month order by to_code rows unbounded preceding) as share_to,
    cast(row_number() over (partition by from_code, month order by to_code) as double) as position,
    count(*) over (partition by from_code, month) as parts,
    max(case when to_code = from_code then 1 else 0 end) over (partition by from_code, month) as lives_on
  from region_changes
  where kind = 'split'
),

-- The shares lie end to end from 0 to 1, so that the parts of a rounded figure add up to it again. Without shares they only stand for
-- all of it where all of them are together again: nobody can say which part of the old figure belongs to which.
steps as (
  select
    from_code,
    to_code,
    month,
    month_before,
    cast(share_to - share as decimal(5, 4)) as share_from,
    cast(share_to as decimal(5, 4)) as share_to,
    '' as unshared_split
  from splits
  where share is not null
  union all
  select
    from_code,
    to_code,
    month,
    month_before,
    cast(round((position - 1) / parts, 4) as decimal(5, 4)) as share_from,
    cast(round(position / parts, 4) as decimal(5, 4)) as share_to,
    from_code || '/' || month_before as unshared_split
  from splits
  where share is null
    and lives_on = 0
  union all
  select
    from_code,
    to_code,
    month,
    month_before,
    cast(0 as decimal(5, 4)) as share_from,
    cast(1 as decimal(5, 4)) as share_to,
    '' as unshared_split
  from region_changes
  where kind in ('merge', 'recode')
    and from_code <> to_code
  union all
  -- A place goes on under its code: renamed, or after a part of it went without a share.
  select
    earlier.region_code as from_code,
    later.region_code as to_code,
    later.valid_from as month,
    later.month_before,
    cast(0 as decimal(5, 4)) as share_from,
    cast(1 as decimal(5, 4)) as share_to,
    '' as unshared_split
  from regions as earlier
  inner join regions as later
    on later.place = earlier.place
    and later.month_before = earlier.valid_to
  left join splits as shared
    on shared.from_code = later.region_code
    and shared.to_code = later.region_code
    and shared.month = later.valid_from
    and shared.share is not null
  where shared.month is null
),

-- A code may be given to another place later, so each step goes from the end of one stretch to the month in which the next takes over.
paths (region_code, valid_from, valid_to, later_code, later_from, later_to, unshared_split, share) as (
  select region_code, valid_from, valid_to, region_code, valid_from, valid_to, '', cast(1 as decimal(5, 4))
  from regions
  union all
  select
    paths.region_code,
    paths.valid_from,
    paths.valid_to,
    steps.to_code,
    steps.month,
    regions.valid_to,
    case when paths.unshared_split = '' then steps.unshared_split else paths.unshared_split end,
    cast(round(paths.share * steps.share_to, 4) - round(paths.share * steps.share_from, 4) as decimal(5, 4))
  from paths
  inner join steps
    on steps.from_code = paths.later_code
    and steps.month_before = paths.later_to
  inner join regions
    on regions.region_code = steps.to_code
    and regions.valid_from <= steps.month
    and regions.valid_to >= steps.month
),

joined as (
  select
    region_code,
    valid_from,
    valid_to,
    later_code,
    later_from,
    later_to,
    unshared_split,
    cast(sum(share) as decimal(5, 4)) as share
  from paths
  group by region_code, valid_from, valid_to, later_code, later_from, later_to, unshared_split
)

select * from joined
