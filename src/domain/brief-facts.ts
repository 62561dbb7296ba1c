import type { Alert } from './alert-data.js'
import type { Figure, OverviewData, SiteData } from './page-data.js'
import type { Text } from './text.js'
import type { IndicatorTrend } from './topic-data.js'

/** What the bulletin is written from: everything about one release, as the pages know it. No clock, no database. */
export interface BriefFacts {
  site: Omit<SiteData, 'lang'>
  /** The returns that indicators are made of, in the order of the catalog. */
  returns: { dataset: string; title: Text }[]
  overview: Pick<
    OverviewData,
    'counties' | 'critical' | 'critical_before' | 'warning' | 'opened' | 'closed' | 'withdrawn' | 'completeness'
  >
  /** The latest figure of the city and of every county for every indicator. */
  figures: Figure[]
  /** How the counties stood as of the month before. */
  before: Pick<Figure, 'region_code' | 'indicator_id' | 'period' | 'status'>[]
  /** The city's own course. */
  courses: (Pick<IndicatorTrend, 'indicator_id' | 'periods' | 'warning'> & { values: (number | null)[] })[]
  /** Every alert that is open. */
  open: Alert[]
  /** Who is to see to an alert, where the lists of tasks name somebody; empty where no such list is kept. */
  owners: AlertOwner[]
}

/** The office (never a person) that a task names for an alert. */
export interface AlertOwner {
  alert_id: string
  owner_unit: string
}
