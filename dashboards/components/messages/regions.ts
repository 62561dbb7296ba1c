import type { Messages } from '../messages.js'

/** Of the page of a region. */
export const regions = {
  'region.tasks': ['三张清单 {count} 条', 'Lines on the three lists: {count}'],
  'region.tasks.none': ['三张清单上没有本地区的事项', 'Nothing on the three lists'],
  'region.title': ['{region}', '{region}'],
  'region.lead': [
    '各项指标对照阈值、下级分布、条件相近的地区、预警经过和报送情况',
    'Every indicator against its line, what lies below it, regions like it, alerts and returns',
  ],
  'region.finding': [
    '{class}。{total} 项已判定指标中，严重 {critical} 项，预警 {warning} 项。',
    '{class}. Of {total} indicators judged, {critical} critical and {warning} warning.',
  ],
  'region.finding.ok': ['{class}。{total} 项已判定指标全部达标。', '{class}. All {total} indicators judged are fine.'],
  'region.children': ['所属 {count} 个乡镇（街道）', 'Its {count} townships'],
  'region.topics': ['本页内容', 'On this page'],
  'region.open': ['未解除预警 {count} 条', 'Open alerts: {count}'],
  'region.open.none': ['没有未解除的预警', 'No open alert'],
  'region.ended': ['已结束预警 {count} 条', 'Ended alerts: {count}'],
  'region.withdrawn': ['因数据更正撤销的预警 {count} 条', 'Alerts withdrawn by correction: {count}'],
  'select.region': ['突出显示', 'Highlight'],
  'select.none': ['不选', 'none'],
  'select.all': ['全部', 'All'],
  'returns.title': ['报送记录', 'Returns sent in'],
  'returns.none': ['没有报送记录', 'Nothing has been sent in'],
  'rejects.title': ['退回的单元格 {count} 处', 'Rejected cells: {count}'],
  'rejects.none': ['没有退回', 'Nothing was rejected'],
} as const satisfies Messages
