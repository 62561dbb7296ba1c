import type { Messages } from '../messages.js'

/** Of what readers choose on a page: a region, a period, an order. */
export const reading = {
  'choice.pick': ['标出{region}', 'Highlight {region}'],
  'choice.compare': ['与另一地对照', 'Compare with another place'],
  'sort.by': ['按{what}排列', 'Sort by {what}'],
  'sort.code': ['代码', 'code'],
  'period.choice': ['报告期', 'Period'],
  'period.latest': ['最新（{period}）', 'Latest ({period})'],
  'period.reading': ['正在读取各期数据…', 'Reading earlier periods…'],
  'period.failed': [
    '各期数据没有读到，仍为最新一期；请再选一次',
    'Earlier periods could not be read; these are the latest figures. Please choose again',
  ],
  'period.earlier': [
    '变化、圆点图和越线名单是{period}的，对照当时的线；数字按今天所知，含此后的更正。标题和走势图仍到最新一期，竖线为所选一期。',
    'Changes, dots and gap lists are those of {period}, against the lines of that time, with the figures as known today, later corrections included. Trends and their titles run to the latest period; the upright line marks the one chosen.',
  ],
  'period.of': ['{period}的情况', 'As of {period}'],
  'period.none': ['{period}及以前没有这项数据', 'No figures of this up to {period}'],
  'period.back': ['回到最新一期', 'Back to the latest'],
} as const satisfies Messages
