-- one row is a township and month, from the latest accepted submission that covers it
-- grain: region_code, period
-- refresh: period
with stipend as (
  select * from raw.stipend
),

current_submissions as (
  select * from marts.current_submissions where dataset = 'stipend'
),

latest as (
  select
    stipend.region_code,
    stipend.period,
    stipend.submission_id,
    stipend.posts,
    stipend.paid_total_yuan,
    stipend.posts_below_standard,
    stipend.lowest_yuan_per_month,
    stipend.highest_yuan_per_month,
    stipend.posts_in_arrears
  from stipend
  inner join current_submissions
    on current_submissions.submission_id = stipend.submission_id
    and current_submissions.period = stipend.period
    and current_submissions.reporting_unit = substr(stipend.region_code, 1, 6)
)

select * from latest
