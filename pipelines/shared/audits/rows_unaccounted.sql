-- submissions whose rows in are not the rows loaded plus the rows rejected
with submissions as (
  select * from raw.submissions
),

unaccounted as (
  select
    submission_id,
    file_name,
    rows_in,
    rows_loaded,
    rows_rejected
  from submissions
  where rows_in <> rows_loaded + rows_rejected
)

select * from unaccounted
