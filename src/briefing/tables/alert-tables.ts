import type { Alert } from '../../domain/alert-data.js'
import type { BriefColumn, BriefTable } from '../../domain/brief.js'
import type { BriefFacts } from '../../domain/brief-facts.js'
import type { IndicatorMeta } from '../../domain/page-data.js'
import { periodText } from '../../domain/period.js'
import type { Status } from '../../domain/status.js'
import { fill, joined, type Text } from '../../domain/text.js'
import { sayValue } from '../../domain/value-words.js'
import { sayLine } from '../words/figure-words.js'
import { sayArrival, sayGap } from '../words/gap-words.js'
import { regionNames, same, semicolons } from '../words/phrases.js'
import { cell, dash, figures, noteOf, words } from './cells.js'

/** A column of a table of alerts, with what stands in it. */
interface AlertColumn extends BriefColumn {
  say: (alert: Alert, indicator: IndicatorMeta) => Text
  status?: (alert: Alert) => Status
}

/** Alerts opened, closed and withdrawn this month, and all that are open by indicator; lists without a line are left out. */
export function alertTables(facts: BriefFacts): BriefTable[] {
  const { overview, open } = facts
  const [region, indicator] = [regionColumn(facts), indicatorColumn]
  return [
    alertTable('opened', { zh: '本月新增预警', en: 'Alerts opened this month' }, overview.opened, facts, [
      ...[region, indicator, latestColumn, lineColumn, gapColumn, arrivalColumn],
      ...(facts.owners.length > 0 ? [ownerColumn(facts)] : []),
    ]),
    alertTable('closed', { zh: '本月解除预警', en: 'Alerts closed this month' }, overview.closed, facts, [
      ...[region, indicator, openedColumn, worstColumn, latestColumn],
      ...(facts.owners.length > 0 ? [ownerColumn(facts)] : []),
    ]),
    alertTable(
      'withdrawn',
      { zh: '因数据更正撤销的预警', en: 'Alerts withdrawn by a correction' },
      overview.withdrawn,
      facts,
      [...[region, indicator, openedColumn, worstColumn, correctedColumn]],
    ),
    openTable(open, facts),
  ].filter(({ rows }) => rows.length > 0)
}

function alertTable(
  id: string,
  title: Text,
  alerts: readonly Alert[],
  facts: BriefFacts,
  columns: readonly AlertColumn[],
): BriefTable {
  const rows = inOrder(alerts, facts).flatMap((alert) => {
    const indicator = facts.site.indicators.find(({ id: known }) => known === alert.indicator_id)
    if (!indicator) return []
    return [{ cells: columns.map(({ say, status }) => cell(say(alert, indicator), status?.(alert))), is_total: false }]
  })
  return {
    kind: 'table',
    id,
    caption: withCount(title, alerts.length),
    note: noteOf(rows),
    columns: columns.map(({ head, align, width }) => ({ head, align, width })),
    rows,
  }
}

/** Every open alert, a row an indicator, with what each county still needs. */
function openTable(open: readonly Alert[], facts: BriefFacts): BriefTable {
  const sorted = inOrder(open, facts)
  const name = regionNames(facts.site)
  return {
    kind: 'table',
    id: 'open',
    caption: withCount({ zh: '未解除预警和缺口', en: 'Open alerts and what they need' }, open.length),
    note: {
      zh: '▲ 严重；“未报”为尚未报送新数，保持原状。',
      en: '▲ critical; “silent”: nothing new has been reported, so it is kept as it was.',
    },
    columns: [
      words({ zh: '指标', en: 'Indicator' }, 26),
      figures({ zh: '条数', en: 'Alerts' }, 8),
      words({ zh: '地区和缺口', en: 'Regions and what they need' }, 66),
    ],
    rows: facts.site.indicators.flatMap((indicator) => {
      const ofIt = sorted.filter(({ indicator_id }) => indicator_id === indicator.id)
      if (ofIt.length === 0) return []
      const told = ofIt.map((alert) => {
        const mark = alert.latest_status === 'critical' ? '▲' : ''
        const silent = alert.silent_periods > 0 ? { zh: '，未报', en: ', silent' } : { zh: '', en: '' }
        const values = { name: name(alert.region_code), mark, gap: sayGap(indicator, alert), silent }
        return fill({ zh: '{mark}{name}{gap}{silent}', en: '{mark}{name}: {gap}{silent}' }, values)
      })
      const cells = [cell(indicator.name), cell(same(ofIt.length)), cell(joined(told, semicolons))]
      return [{ cells, is_total: false }]
    }),
  }
}

const indicatorColumn: AlertColumn = {
  ...words({ zh: '指标', en: 'Indicator' }, 27),
  say: (_, { name }) => name,
}
const latestColumn: AlertColumn = {
  ...figures({ zh: '现值', en: 'Now' }, 15),
  say: ({ latest_value }, indicator) => sayValue(indicator, latest_value),
  status: ({ latest_status }) => latest_status,
}
const lineColumn: AlertColumn = {
  ...figures({ zh: '预警线', en: 'Line' }, 13),
  say: ({ warning }, indicator) => (warning === null ? dash : sayLine(indicator, warning)),
}
const gapColumn: AlertColumn = {
  ...figures({ zh: '缺口', en: 'Gap' }, 16),
  say: (alert, indicator) => sayGap(indicator, alert),
}
const arrivalColumn: AlertColumn = {
  ...words({ zh: '按近期速度到线', en: 'Arrival at this pace' }, 17),
  say: (alert, indicator) => sayArrival(indicator, alert),
}
const openedColumn: AlertColumn = {
  ...words({ zh: '开始', en: 'Opened' }, 15),
  say: ({ opened_period }) => periodText(opened_period),
}
const worstColumn: AlertColumn = {
  ...figures({ zh: '最差', en: 'Worst' }, 14),
  say: ({ worst_value }, indicator) => sayValue(indicator, worst_value),
}
const correctedColumn: AlertColumn = {
  ...figures({ zh: '更正后', en: 'Corrected' }, 14),
  say: ({ corrected_value }, indicator) => sayValue(indicator, corrected_value),
}

function regionColumn(facts: BriefFacts): AlertColumn {
  const name = regionNames(facts.site)
  return { ...words({ zh: '地区', en: 'Region' }, 14), say: (alert) => same(name(alert.region_code)) }
}

/** The offices that the lists of tasks name for an alert. */
function ownerColumn({ owners }: BriefFacts): AlertColumn {
  return {
    ...words({ zh: '责任单位', en: 'Owner' }, 16),
    say: ({ alert_id }) => {
      const units = owners.filter((owner) => owner.alert_id === alert_id).map(({ owner_unit }) => same(owner_unit))
      return units.length > 0 ? joined(units) : { zh: '未列入清单', en: 'on no list' }
    },
  }
}

/** In the order of the catalog, then of the region list: never by how bad they are. */
function inOrder(alerts: readonly Alert[], { site }: BriefFacts): Alert[] {
  const position = new Map(site.indicators.map(({ id }, index) => [id, index]))
  const at = ({ indicator_id }: Alert) => position.get(indicator_id) ?? Number.MAX_SAFE_INTEGER
  return alerts.toSorted((a, b) => at(a) - at(b) || a.region_code.localeCompare(b.region_code))
}

function withCount(title: Text, count: number): Text {
  return fill({ zh: '{title}（{count}条）', en: '{title} ({count})' }, { title, count })
}
