import type { Messages } from '../messages.js'

/** Of alerts and their lives. */
export const alerts = {
  'alerts.name': ['预警', 'Alerts'],
  'alerts.title': ['预警', 'Alerts'],
  'alerts.lead': [
    '指标越过预警线即生成预警，连续若干期稳定回到线内才解除；不报数不算好转。',
    'An alert opens when an indicator is beyond the warning line and closes only after it has been clear of it for some periods. Silence is not recovery.',
  ],
  'alerts.finding': [
    '未解除预警 {open} 条，其中严重 {critical} 条，涉及 {regions} 个地区。',
    '{open} open alerts, {critical} of them critical, in {regions} regions.',
  ],
  'alerts.critical': ['严重 {count} 条', 'Critical: {count}'],
  'alerts.warning': ['预警 {count} 条', 'Warning: {count}'],
  'alerts.ok': ['已回到线内、尚未稳定 {count} 条', 'Back within the line, not yet for long enough: {count}'],
  'alerts.closed': ['近 12 期已结束 {count} 条', 'Ended in the last 12 periods: {count}'],
  'alerts.closed.none': ['近 12 期没有结束的预警', 'No alert ended in the last 12 periods'],
  'alerts.none': ['没有未解除的预警', 'No open alert'],
  'alert.silent': ['已 {periods}未报送，状态保持', 'not reported for {periods}, state kept'],
  'life.opened': ['新增', 'new'],
  'life.worsening': ['变差', 'getting worse'],
  'life.improving': ['好转', 'getting better'],
  'life.steady': ['没有变化', 'no change'],
  'life.chronic': ['长期', 'chronic'],
  'lives.of_them': ['其中{list}', 'Of them {list}'],
  'lives.opened': ['新增 {count} 条', '{count} new'],
  'lives.worsening': ['变差 {count} 条', '{count} getting worse'],
  'lives.improving': ['好转 {count} 条', '{count} getting better'],
  'lives.steady': ['没有变化 {count} 条', '{count} without change'],
  'lives.silent': ['未报 {count} 条', '{count} not reported'],
  'lives.chronic': ['超过 12 期的长期预警 {count} 条', 'chronic, over 12 periods: {count}'],
  'lives.near': ['另有 {count} 项接近预警线', '{count} more are near their line'],
  'near.title': ['接近预警线 {count} 项', 'Near the line: {count}'],
  'near.lead': [
    '还在线内，但离线不到解除预警所要求的幅度；不是预警。',
    'Within the line, but by less than the margin that closes an alert; these are no alerts.',
  ],
  'alert.withdrawn': ['因数据更正撤销', 'withdrawn by correction'],
  'alerts.withdrawn': ['近 12 期因数据更正撤销 {count} 条', 'Withdrawn by correction in the last 12 periods: {count}'],
  'alerts.withdrawn.lead': [
    '数据更正后没有越线，预警随之撤销；不算解除。',
    'The corrected figure was not beyond the line, so the alert is withdrawn; that is no recovery.',
  ],
} as const satisfies Messages
