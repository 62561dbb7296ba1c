import type { Messages } from '../messages.js'

/** Of the map, and of choices. */
export const map = {
  'map.title': ['县区图', 'Map of counties'],
  'map.lead': [
    '每格一个县区，按大致方位排列，不表示面积和边界；点开看该县区。',
    'One square a county, placed roughly as they lie; size and borders say nothing. Open one for the county.',
  ],
  'map.lead.shapes': [
    '底图为本单位提供的边界；点开看该县区。',
    'Boundaries as the installation supplied them. Open one for the county.',
  ],
  'map.pick': ['看哪项', 'Show'],
  'map.worst': ['各项中最差的状态', 'The worst status of each'],
  'map.items': ['{count} 项', '{count}'],
  'map.finding.critical': [
    '{counties} 个县区中 {critical} 个有严重指标，另有 {warning} 个有预警指标',
    'Of {counties} counties {critical} have a critical indicator, {warning} others a warning',
  ],
  'map.finding.none': ['{counties} 个县区都没有越线的指标', 'None of {counties} counties is beyond a line'],
  'map.finding.below': ['{counties} 个县区中 {below} 个{side}', '{below} of {counties} counties {side}'],
  'choice.words': ['{label}：{chosen}', '{label}: {chosen}'],
  'filter.critical': ['严重', 'Critical'],
  'filter.warning': ['预警', 'Warning'],
  'filter.ok': ['已回到线内、尚未稳定', 'Back within the line, not yet for long enough'],
  'filter.new': ['本期新增', 'New this period'],
  'filter.middle': ['12 期以内', 'Within 12 periods'],
  'filter.chronic': ['超过 12 期', 'Over 12 periods'],
  'head.severity': ['程度', 'Severity'],
  'map.missing': ['图上没有：{names}', 'Not on the map: {names}'],
  'map.unnamed': ['图上放不下名称的', 'Too small on the map for a name'],
} as const satisfies Messages
