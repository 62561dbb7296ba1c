-- one row is a township and month, from the latest accepted submission that covers it
-- grain: region_code, period
-- refresh: period
with coverage as (
  select * from raw.coverage
),

current_submissions as (
  select * from marts.current_submissions where dataset = 'coverage'
),

latest as (
  select
    coverage.region_code,
    coverage.period,
    coverage.submission_id,
    coverage.nonpublic_total,
    coverage.nonpublic_eligible,
    coverage.nonpublic_org_single,
    coverage.nonpublic_org_joint,
    coverage.nonpublic_instructor,
    coverage.nonpublic_key_total,
    coverage.nonpublic_key_with_org,
    coverage.social_total,
    coverage.social_eligible,
    coverage.social_org_single,
    coverage.social_org_joint,
    coverage.social_instructor,
    coverage.social_30plus_total,
    coverage.social_30plus_with_org
  from coverage
  inner join current_submissions
    on current_submissions.submission_id = coverage.submission_id
    and current_submissions.period = coverage.period
    and current_submissions.reporting_unit = substr(coverage.region_code, 1, 6)
)

select * from latest
