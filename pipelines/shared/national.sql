-- one row is a published national figure: its series stands for one definition, so two definitions never share a line
-- grain: series, period
-- refresh: whole
with national as (
  select * from staging.national
),

published as (
  select
    series,
    period,
    value,
    unit,
    definition,
    definition_en,
    publisher,
    source_url
  from national
)

select * from published
