import type { AlertLine, AlertNews, ReleaseNamed } from '../domain/news.js'
import type { ReleaseState, StateAlert } from '../domain/release-state.js'
import type { AlertChange } from '../domain/state-difference.js'
import type { Text } from '../domain/text.js'
import type { Topic } from '../domain/topic.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { alertsOf } from './alerts.js'
import { diffAlerts } from './diff-alerts.js'
import { namesOf } from './state-names.js'

/**
 * What a release says of alerts that the one before it did not: those that are critical now, and those that a correction undid. Its
 * warehouse, for the gaps, is only opened when there is a critical one.
 */
export async function alertNews(
  from: ReleaseState,
  to: ReleaseState,
  topics: readonly Topic[],
  open: () => Promise<Warehouse>,
): Promise<Omit<AlertNews, keyof ReleaseNamed>> {
  const changes = diffAlerts(from, to)
  const names = namesOf(from, to)
  const units = new Map(topics.flatMap(({ indicators }) => indicators.map(({ id, gap }) => [id, gap.unit])))
  const said = (alert: StateAlert, critical: number | null, gap: number | null): AlertLine => {
    const { id, name, unit, direction, decimals } = names.indicator(alert.indicator_id)
    return {
      region_code: alert.region_code,
      region_name: names.region(alert.region_code).zh,
      indicator: { id, name, unit, direction, decimals },
      period: alert.latest_period,
      value: alert.latest_value,
      opened_period: alert.opened_period,
      critical,
      gap,
      gap_unit: gap === null ? null : ((units.get(alert.indicator_id) as Text | undefined) ?? null),
    }
  }
  const criticals = changes.filter(isNewCritical).map(({ alert }) => alert)
  const gaps = criticals.length === 0 ? new Map<string, number | null>() : await gapsOf(to, open)
  return {
    before: from.release,
    criticals: criticals.map((alert) => said(alert, criticalLine(alert, to), gaps.get(alert.alert_id) ?? null)),
    withdrawn: changes
      .filter(({ kind }) => kind === 'withdrawn')
      .map(({ before, alert }) => said(before ?? alert, null, null)),
  }
}

/** Opened beyond the critical line, or gone beyond it since. */
function isNewCritical({ before, alert }: AlertChange): boolean {
  const isCritical = (one: StateAlert | null) => one?.state === 'open' && one.latest_status === 'critical'
  return isCritical(alert) && !isCritical(before)
}

async function gapsOf(to: ReleaseState, open: () => Promise<Warehouse>): Promise<Map<string, number | null>> {
  const warehouse = await open()
  try {
    const alerts = await alertsOf(warehouse, to.period, new Map())
    return new Map(alerts.filter(({ state }) => state === 'open').map(({ alert_id, gap }) => [alert_id, gap]))
  } finally {
    await warehouse.close()
  }
}

/** The line that the alert's latest figure was held against; null when the pages already show another period. */
function criticalLine(alert: StateAlert, to: ReleaseState): number | null {
  const figure = to.figures.find(
    ({ region_code, indicator_id, period }) =>
      region_code === alert.region_code && indicator_id === alert.indicator_id && period === alert.latest_period,
  )
  return figure?.critical ?? null
}
