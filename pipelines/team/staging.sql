-- one row is a township and quarter, from the latest accepted submission that covers it
-- grain: region_code, period
-- refresh: period
with team as (
  select * from raw.team
),

current_submissions as (
  select * from marts.current_submissions where dataset = 'team'
),

latest as (
  select
    team.region_code,
    team.period,
    team.submission_id,
    team.villages,
    team.secretaries,
    team.secretary_also_director,
    team.secretaries_trained_this_year,
    team.villages_with_reserve,
    team.commissioner_posts,
    team.commissioner_vacant
  from team
  inner join current_submissions
    on current_submissions.submission_id = team.submission_id
    and current_submissions.period = team.period
    and current_submissions.reporting_unit = substr(team.region_code, 1, 6)
)

select * from latest
