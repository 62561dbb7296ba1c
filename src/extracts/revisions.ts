import type { Revision } from '../domain/history-data.js'
import type { Period } from '../domain/period.js'
import type { QualityRevision, QualityRevisions } from '../domain/quality-data.js'
import type { RegionLevel } from '../domain/region.js'
import type { Warehouse } from '../warehouse/warehouse.js'

/** A revision with the level of its region, to sort it by. */
export type PlacedRevision = Revision & { region_level: RegionLevel }

/** Revisions that moved a value, of regions of today. */
const moved = `
  select revisions.*, round(revisions.value_before, 4) as before, round(revisions.value_after, 4) as after
  from marts.revisions
  where revisions.value_before is distinct from revisions.value_after
    and revisions.region_code in (select region_code from marts.regions where is_current)`

/** Every revision that moved a figure, in the order in which they came. */
export async function allRevisions(warehouse: Warehouse): Promise<PlacedRevision[]> {
  return warehouse.query<PlacedRevision>(
    `select region_code, region_level, indicator_id, period, received_on, before, after from (${moved}) as moved
     order by received_on, seq, region_code, indicator_id, period`,
  )
}

/** Listed at most of each kind: the page must not grow with the number of files that are sent again. */
const listed = 100

/** What was revised of the month's figures, and what came in the last 12 months about earlier ones. `shownName` makes the name of a file fit to be shown. */
export async function monthRevisions(
  warehouse: Warehouse,
  month: Period,
  shownName: (path: string) => string,
): Promise<QualityRevisions> {
  // A rate moves by points; of money it counts how many per cent of what it was.
  const rows = await warehouse.query<
    QualityRevision & { is_of_month: boolean; is_of_year: boolean; submission_id: string }
  >(
    `select moved.region_code, moved.indicator_id, moved.period, moved.received_on, moved.before, moved.after,
       moved.submission_id, submissions.file_name, moved.units_before, moved.units_after, moved.units_expected,
       calendar.last_month = $1 as is_of_month, moved.received_on > run.as_of - interval 12 month as is_of_year
     from (${moved}) as moved
     cross join raw.run
     inner join raw.indicators on indicators.indicator_id = moved.indicator_id
     inner join raw.calendar on calendar.dataset = indicators.dataset and calendar.period = moved.period
     left join raw.submissions on submissions.submission_id = moved.submission_id
     where moved.region_level in ('province', 'prefecture', 'county')
       and (calendar.last_month = $1 or moved.received_on > run.as_of - interval 12 month)
     order by abs(moved.change) / case when indicators.unit in ('pct', 'change_pct') then 1 else nullif(abs(moved.before), 0) / 100 end
       desc nulls first, moved.received_on, moved.region_code, indicators.position, moved.period`,
    [month],
  )
  const list = (part: typeof rows) => ({
    count: part.length,
    list: part.slice(0, listed).map(
      ({ is_of_month, is_of_year, submission_id, file_name, ...row }): QualityRevision => ({
        ...row,
        file_name: file_name === null ? null : shownName(file_name),
      }),
    ),
  })
  const inYear = rows.filter(({ is_of_year }) => is_of_year)
  return {
    of_month: list(rows.filter(({ is_of_month }) => is_of_month)),
    earlier: list(inYear.filter(({ is_of_month }) => !is_of_month)),
    in_year: { count: inYear.length, sources: new Set(inYear.map(({ submission_id }) => submission_id)).size },
  }
}
