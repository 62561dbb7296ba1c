-- one row is a figure that a later file of a unit changed after it had been known, and that file
-- grain: region_code, period, indicator_id, submission_id
-- refresh: view
with revisions as (
  select * from raw.revisions
),

-- A figure that is not published, being of a later month, has no line here.
indicator_values as (
  select * from marts.indicator_values
),

levelled as (
  select
    revisions.seq,
    revisions.submission_id,
    revisions.received_on,
    revisions.region_code,
    indicator_values.region_level,
    revisions.period,
    revisions.indicator_id,
    revisions.value_before,
    revisions.value_after,
    revisions.value_after - revisions.value_before as change,
    revisions.numerator_before,
    revisions.numerator_after,
    revisions.denominator_before,
    revisions.denominator_after,
    revisions.units_before,
    revisions.units_after,
    revisions.units_expected
  from revisions
  inner join indicator_values
    on indicator_values.region_code = revisions.region_code
    and indicator_values.period = revisions.period
    and indicator_values.indicator_id = revisions.indicator_id
)

select * from levelled
