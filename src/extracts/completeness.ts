import type { CompletenessLine } from '../domain/page-data.js'
import type { Period } from '../domain/period.js'
import type { CompletenessState } from '../domain/status.js'
import type { Warehouse } from '../warehouse/warehouse.js'

interface StateRow {
  dataset: string
  title: string
  title_en: string
  period: string
  due_date: string
  reporting_unit: string
  state: CompletenessState
  received_at: string | null
}

/** How the returns of the month came in: one line for each dataset that has a period ending in the month. */
export async function completenessOf(warehouse: Warehouse, month: Period): Promise<CompletenessLine[]> {
  const rows = await warehouse.query<StateRow>(
    `select completeness.dataset, datasets.title, datasets.title_en, completeness.period, completeness.due_date,
       completeness.reporting_unit, completeness.state, completeness.received_at
     from marts.completeness
     inner join raw.datasets on datasets.dataset = completeness.dataset
     inner join raw.calendar on calendar.dataset = completeness.dataset and calendar.period = completeness.period
     where calendar.last_month = $1
     order by completeness.dataset, completeness.reporting_unit`,
    [month],
  )
  const lines = new Map<string, CompletenessLine>()
  for (const row of rows) {
    let line = lines.get(row.dataset)
    if (!line) {
      line = {
        dataset: row.dataset,
        title: { zh: row.title, en: row.title_en },
        period: row.period,
        due_date: row.due_date,
        expected: 0,
        counts: { on_time: 0, late: 0, missing: 0, partly: 0, not_due: 0 },
        units: [],
      }
      lines.set(row.dataset, line)
    }
    line.expected += 1
    line.counts[row.state] += 1
    if (row.state !== 'on_time') {
      line.units.push({ region_code: row.reporting_unit, state: row.state, received_at: row.received_at })
    }
  }
  return [...lines.values()]
}
