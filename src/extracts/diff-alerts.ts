import type { ReleaseState, StateAlert } from '../domain/release-state.js'
import type { AlertChange } from '../domain/state-difference.js'

/** How bad an open alert is. */
const rank = ({ latest_status }: StateAlert) => (latest_status === 'critical' ? 2 : latest_status === 'warning' ? 1 : 0)

/** What became of the alerts, by kind and then by id. Alerts that stay as they were are not listed. */
export function diffAlerts(from: ReleaseState, to: ReleaseState): AlertChange[] {
  const earlier = byId(from)
  const later = byId(to)
  const changes: AlertChange[] = []
  const heirs = new Set<StateAlert>()
  for (const before of earlier.values()) {
    if (before.state !== 'open') continue
    const after = later.get(before.alert_id)
    if (after === undefined || after.state === 'withdrawn') {
      const heir = heirOf(before, later)
      if (heir !== null) heirs.add(heir)
      if (heir?.state === 'open') changes.push({ kind: 'redated', before, alert: heir })
      else if (heir !== null) changes.push({ kind: 'closed', before, alert: heir })
      else changes.push({ kind: isThere(before, to) ? 'withdrawn' : 'gone', before, alert: after ?? before })
    } else if (after.state === 'closed') changes.push({ kind: 'closed', before, alert: after })
    else if (rank(after) > rank(before)) changes.push({ kind: 'worse', before, alert: after })
  }
  for (const alert of later.values()) {
    const before = earlier.get(alert.alert_id) ?? null
    if (alert.state === 'open' && before?.state !== 'open' && !heirs.has(alert))
      changes.push({ kind: 'opened', before, alert })
  }
  const key = ({ kind, alert }: AlertChange) => `${kind} ${alert.alert_id}`
  return changes.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/** An alert may have been withdrawn and opened anew under the same id: what is not withdrawn counts. */
function byId({ alerts }: ReleaseState): Map<string, StateAlert> {
  const found = new Map<string, StateAlert>()
  for (const alert of alerts)
    if (alert.state !== 'withdrawn' || !found.has(alert.alert_id)) found.set(alert.alert_id, alert)
  return found
}

/** The alert of the same place and indicator that takes up the same time under another beginning; null when there is none. */
function heirOf(before: StateAlert, later: ReadonlyMap<string, StateAlert>): StateAlert | null {
  const heirs = [...later.values()].filter(
    ({ state, region_code, indicator_id, opened_period, latest_period }) =>
      state !== 'withdrawn' &&
      region_code === before.region_code &&
      indicator_id === before.indicator_id &&
      opened_period <= before.latest_period &&
      latest_period >= before.opened_period,
  )
  return heirs.find(({ state }) => state === 'open') ?? heirs[0] ?? null
}

/** True when the alert's region and indicator are still looked at. */
function isThere({ region_code, indicator_id }: StateAlert, to: ReleaseState): boolean {
  return (
    to.regions.some((region) => region.region_code === region_code) &&
    to.indicators.some(({ id }) => id === indicator_id)
  )
}
