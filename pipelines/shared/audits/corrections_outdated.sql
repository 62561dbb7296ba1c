-- corrections whose return no longer says what they expect: it was fixed, or the line is wrong; delete or update that line of reference/corrections.csv
-- zh: 更正登记所针对的数在报表里已经变了（报表已改好，或登记有误）：请删除或更新 reference/corrections.csv 的这一行
with corrections as (
  select * from marts.corrections
),

outdated as (
  select
    line,
    dataset,
    region_code,
    period,
    coalesce(column_name, watched_column) as column_name,
    expected,
    found,
    case when submission_id is null then 'no such row' else 'another value' end as why
  from corrections
  where submission_id is null
    or (expected is not null and found is null)
    or found <> expected
)

select * from outdated
