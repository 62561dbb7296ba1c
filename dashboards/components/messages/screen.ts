import type { Messages } from '../messages.js'

/** Of the overview on a wall display. */
export const screen = {
  'screen.name': ['大屏播放', 'Wall display'],
  'screen.pages': ['大屏各页', 'Parts of the display'],
  'screen.page': ['第 {number} 页：{title}', 'Part {number}: {title}'],
  'screen.pause': ['暂停', 'Pause'],
  'screen.go': ['继续', 'Continue'],
  'screen.full': ['全屏', 'Full screen'],
  'screen.leave': ['退出', 'Leave'],
  'screen.keys': ['空格暂停，← → 翻页，Esc 退出', 'Space pauses, ← → move, Esc leaves'],
  'screen.cards': ['主要指标', 'Headline indicators'],
  'screen.alerts': ['本期新增和解除的预警', 'Alerts opened and closed this period'],
  'screen.more': ['另有 {count} 条，见预警页', '{count} more on the page of alerts'],
  'screen.offline': [
    '{time}起连不上网站，画面仍是截至{day}的数据',
    'The site has not answered since {time}; what is shown is as of {day}',
  ],
} as const satisfies Messages
