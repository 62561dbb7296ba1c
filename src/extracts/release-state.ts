import { shiftPeriod } from '../domain/period.js'
import type { RegionLevel } from '../domain/region.js'
import type { ReleaseState, StateAlert, StateReturn } from '../domain/release-state.js'
import { receivedOn, Verdict } from '../domain/submission.js'
import type { Topic } from '../domain/topic.js'
import type { Run } from '../warehouse/load-reference.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { shownFigures, topRegion } from './figures.js'

/** What the state of a release is made from besides the warehouse. */
export interface ReleaseStateInput {
  release: string
  run: Run
  /** sha256 of the reference tables, and over the code. */
  sources: Pick<ReleaseState, 'reference' | 'code'>
  topics: readonly Topic[]
}

/** Months before the published one for which a state remembers what did not come whole and on time. */
export const monthsRemembered = 12

const levels: readonly RegionLevel[] = ['province', 'prefecture', 'county']
const levelsSql = levels.map((level) => `'${level}'`).join(', ')

/** What a release says of the city and its counties: the same warehouse gives the same state, whatever the order of its rows. */
export async function releaseStateOf(warehouse: Warehouse, input: ReleaseStateInput): Promise<ReleaseState> {
  const { release, run, sources, topics } = input
  const city = await topRegion(warehouse)
  const figures = await shownFigures(warehouse, city, run.period, levels)
  return {
    release,
    period: run.period,
    as_of: run.as_of,
    reference: Object.fromEntries(Object.entries(sources.reference).sort()),
    code: sources.code,
    files: await filesByVerdict(warehouse),
    city,
    regions: await warehouse.query(
      `select distinct region_code, region_name from marts.regions
       where is_current and region_level in (${levelsSql}) order by region_code`,
    ),
    indicators: topics.flatMap(({ indicators }) =>
      indicators.map(({ id, name, unit, direction, decimals, headline }) => ({
        id,
        name,
        unit,
        direction,
        decimals,
        headline,
      })),
    ),
    datasets: topics.map(({ dataset: { id, title } }) => ({ id, title })),
    figures: figures.map(
      ({ region_code, indicator_id, period, value, numerator, denominator, status, warning, critical }) => ({
        region_code,
        indicator_id,
        period,
        value,
        numerator,
        denominator,
        status,
        warning,
        critical,
      }),
    ),
    alerts: await warehouse.query<StateAlert>(
      `select alert_id, region_code, indicator_id, state, opened_period, latest_period,
         round(latest_value, 4) as latest_value, latest_status, closed_period
       from marts.alerts where region_level in (${levelsSql}) order by alert_id, state`,
    ),
    returns: await returnsOf(warehouse, run),
  }
}

async function filesByVerdict(warehouse: Warehouse): Promise<ReleaseState['files']> {
  const rows = await warehouse.query<{ verdict: Verdict; files: number }>(
    'select verdict, count(*) as files from raw.submissions group by verdict',
  )
  const counted = new Map(rows.map(({ verdict, files }) => [verdict, files]))
  const files = Verdict.options.map((verdict) => [verdict, counted.get(verdict) ?? 0])
  return Object.fromEntries(files) as ReleaseState['files']
}

async function returnsOf(warehouse: Warehouse, { period }: Run): Promise<StateReturn[]> {
  const rows = await warehouse.query<Omit<StateReturn, 'received_on'> & { received_at: string | null }>(
    `select completeness.dataset, completeness.reporting_unit, completeness.period, calendar.last_month,
       completeness.state, completeness.received_at
     from marts.completeness
     inner join raw.calendar on calendar.dataset = completeness.dataset and calendar.period = completeness.period
     where calendar.last_month = $1
       or (calendar.last_month < $1 and calendar.last_month >= $2 and completeness.state <> 'on_time')
     order by completeness.dataset, completeness.period, completeness.reporting_unit`,
    [period, shiftPeriod(period, -monthsRemembered)],
  )
  return rows.map(({ received_at, ...row }) => ({
    ...row,
    received_on: received_at === null ? null : receivedOn({ received_at }),
  }))
}
