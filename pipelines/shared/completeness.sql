-- one row is a reporting unit's return for a period: whether and when it came
-- grain: reporting_unit, dataset, period
-- refresh: period
with expected_units as (
  select * from marts.expected_units
),

current_submissions as (
  select * from marts.current_submissions
),

submissions as (
  select * from raw.submissions
),

run as (
  select * from raw.run
),

first_received as (
  select
    current_submissions.dataset,
    current_submissions.reporting_unit,
    current_submissions.period,
    current_submissions.rows_loaded,
    current_submissions.first_received_at as received_at,
    current_submissions.first_received_on as received_on,
    submissions.due_date as submission_due_date
  from current_submissions
  inner join submissions
    on submissions.submission_id = current_submissions.first_submission_id
),

states as (
  select
    expected_units.region_code as reporting_unit,
    expected_units.place,
    expected_units.dataset,
    expected_units.period,
    expected_units.due_date,
    first_received.received_at,
    expected_units.units_expected,
    coalesce(first_received.rows_loaded, 0) as units_reported,
    case
      when first_received.rows_loaded is null and run.as_of <= expected_units.due_date then 'not_due'
      when first_received.rows_loaded is null then 'missing'
      when first_received.rows_loaded < expected_units.units_expected then 'partly'
      -- A file that covers several periods, such as a year's history, is due when its last one is.
      when first_received.received_on > first_received.submission_due_date then 'late'
      else 'on_time'
    end as state
  from expected_units
  cross join run
  left join first_received
    on first_received.dataset = expected_units.dataset
    and first_received.reporting_unit = expected_units.region_code
    and first_received.period = expected_units.period
  where expected_units.region_level = 'county'
    and not expected_units.is_carried_back
)

select * from states
