import { type Period, shiftPeriod } from '../domain/period.js'
import type { QualityFile, QualityReason } from '../domain/quality-data.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { shownName } from './shown-name.js'

/**
 * The files about a month ($1), and of them those that count (`is_superseded` false). A file without a known return or period is
 * about the month before the one it came in ($2): so each is on one month's page.
 */
export const monthFiles = `
  month_files as (
    select
      submissions.*,
      exists (
        select 1 from raw.submissions as later
        where later.seq > submissions.seq and later.dataset = submissions.dataset
          and later.reporting_unit = submissions.reporting_unit and later.period = submissions.period
      ) as is_superseded
    from raw.submissions
    where exists (
        select 1 from raw.calendar
        where calendar.dataset = submissions.dataset and calendar.last_month = $1
          and calendar.period between split_part(submissions.period, '/', 1) and split_part(submissions.period, '/', -1)
      )
      or ((submissions.dataset is null or submissions.period is null)
        and strftime(submissions.received_on, '%Y-%m') = $2)
  ),
  current_files as (select * from month_files where not is_superseded)`

/** What `monthFiles` is bound to. */
export function monthValues(month: Period): [Period, Period] {
  return [month, shiftPeriod(month, 1)]
}

/** Places listed of one rule in one file, and of all together: the page must not grow with the number of findings. */
const placesOfRule = 12
const placesInAll = 300

interface FileRow extends Omit<QualityFile, 'rows' | 'title' | 'reasons'> {
  title: string | null
  title_en: string | null
  rows_in: number
  rows_loaded: number
  rows_rejected: number
}

/** Every file about the month in the order of receipt, with what is to be done about it. `mask` hides personal numbers. */
export async function filesOf(
  warehouse: Warehouse,
  month: Period,
  mask: (text: string) => string,
): Promise<QualityFile[]> {
  const rows = await warehouse.query<FileRow>(
    `with ${monthFiles},
     counts as (
       select submission_id,
         count(*) filter (where severity = 'reject') as to_correct,
         count(*) filter (where severity = 'warn' and explanation is null) as to_explain,
         count(*) filter (where severity = 'warn' and explanation is not null) as explained
       from raw.rejects group by submission_id
     )
     select month_files.submission_id, month_files.file_name, month_files.dataset, datasets.title, datasets.title_en,
       month_files.reporting_unit, month_files.period, month_files.received_on, month_files.verdict, month_files.rows_in,
       month_files.rows_loaded, month_files.rows_rejected, coalesce(counts.to_correct, 0) as to_correct,
       coalesce(counts.to_explain, 0) as to_explain, coalesce(counts.explained, 0) as explained, month_files.is_superseded,
       (
         select max_by(earlier.submission_id, earlier.seq) from month_files as earlier
         where earlier.seq < month_files.seq and earlier.dataset = month_files.dataset
           and earlier.reporting_unit = month_files.reporting_unit and earlier.period = month_files.period
       ) as follows
     from month_files
     left join raw.datasets on datasets.dataset = month_files.dataset
     left join counts on counts.submission_id = month_files.submission_id
     order by month_files.seq`,
    monthValues(month),
  )
  const reasons = await reasonsOf(warehouse, month)
  return rows.map(({ title, title_en, rows_in, rows_loaded, rows_rejected, ...row }) => ({
    ...row,
    file_name: shownName(row.file_name, mask),
    title: title === null || title_en === null ? null : { zh: title, en: title_en },
    rows: { in: rows_in, loaded: rows_loaded, rejected: rows_rejected },
    reasons: reasons.get(row.submission_id) ?? [],
  }))
}

/** What is not settled in each file that counts, by rule: what to correct first, then what to explain, most places first. */
async function reasonsOf(warehouse: Warehouse, month: Period): Promise<Map<string, QualityReason[]>> {
  const open = `with ${monthFiles},
    open_findings as (
      select rejects.*, current_files.seq, rejects.rowid as position
      from raw.rejects
      inner join current_files on current_files.submission_id = rejects.submission_id
      where rejects.severity = 'reject' or rejects.explanation is null
    )`
  const groups = await warehouse.query<Omit<QualityReason, 'places'> & { submission_id: string }>(
    `${open}
     select submission_id, code, severity, count(*) as count
     from open_findings
     group by submission_id, code, severity
     order by severity, count desc, min(position)`,
    monthValues(month),
  )
  const byFile = new Map<string, QualityReason[]>()
  const byRule = new Map<string, QualityReason>()
  for (const { submission_id, ...group } of groups) {
    const reason = { ...group, places: [] }
    byRule.set(ruleKey({ submission_id, ...group }), reason)
    byFile.set(submission_id, [...(byFile.get(submission_id) ?? []), reason])
  }
  for (const { message, message_en, sheet, cell, ...place } of await placesOf(warehouse, month, open))
    byRule.get(ruleKey(place))?.places.push({ sheet, cell, message: { zh: message, en: message_en } })
  return byFile
}

interface PlaceRow {
  submission_id: string
  code: string
  severity: string
  sheet: string | null
  cell: string | null
  message: string
  message_en: string
}

/** The first places of each rule in each file. When there are too many, every rule gives up its last ones first. */
function placesOf(warehouse: Warehouse, month: Period, open: string): Promise<PlaceRow[]> {
  return warehouse.query<PlaceRow>(
    `${open},
     numbered as (
       select *, row_number() over (partition by submission_id, code, severity order by position) as place
       from open_findings
     )
     select submission_id, code, severity, sheet, cell, message, message_en
     from numbered
     where place <= ${placesOfRule}
     order by place, seq, position limit ${placesInAll}`,
    monthValues(month),
  )
}

function ruleKey({ submission_id, code, severity }: { submission_id: string; code: string; severity: string }): string {
  return `${submission_id} ${severity} ${code}`
}
