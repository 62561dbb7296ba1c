import type { Messages } from '../messages.js'

/** Of what belongs to every chart: how its figures came in, how to reach them, and what one may take away. */
export const takeable = {
  'trend.selected': ['突出显示{region}', '{region} set in colour'],
  'returned.of': ['{expected} 个应报{unit}中 {reported} 个已报', '{reported} of {expected} {unit} returned'],
  'returned.release': ['第 {release} 期', 'release {release}'],
  'returned.source': ['来源：{source}', 'source: {source}'],
  'returned.provisional': ['暂定', 'Provisional'],
  'returned.still_open': ['报告期尚未结束', 'the period is not over'],
  'returned.not_due': ['{count} 个地区未到截止日', '{count} regions are not due yet'],
  'returned.within_year': ['全年累计，至{period}', 'counted from January, up to {period}'],
  'silent.names': ['本期未报：{names}', 'Not reported: {names}'],
  'silent.more': ['{names}等 {count} 个', '{names} and others, {count} in all'],
  'chart.keys': [
    '方向键逐点读数，左右沿线移动，上下换地区，Esc 退出',
    'Arrow keys read point by point: left and right along a line, up and down to another region, Esc leaves',
  ],
  'cell.keys': ['方向键逐格移动，Esc 收起', 'Arrow keys move from cell to cell, Esc closes'],
  'dots.nobody': ['{total} 个{level}都还没有数', 'None of the {total} {level} has a figure yet'],
  'grid.finding': [
    '{counties} 个县区、{indicators} 项指标：{critical} 处严重，{warning} 处预警',
    '{counties} counties, {indicators} indicators: critical {critical}, warning {warning}',
  ],
  'grid.silent': ['{count} 处未报', 'not reported {count}'],
  'grid.how': ['单位见列头；空格为该县区无此项', 'units stand in the heads; an empty cell: no such figure'],
  'gap.finding': [
    '{total} 个{level}中 {count} 个{side}，缺口最大的是{region}（{gap}）',
    '{count} of {total} {level} {side}; the largest gap is {region}’s ({gap})',
  ],
  'transition.cell': ['上年{from} → 当年{to}：{count} 个村', '{from} the year before → {to}: {count} villages'],
  'gap.how': ['数值单位：{unit}；缺口单位：{gap}', 'values in {unit}, gaps in {gap}'],
  'unit.villages': ['个村', 'villages'],
  'tools.open': ['下载', 'Download'],
  'tools.of': ['下载：{title}', 'Download: {title}'],
  'tools.copy': ['复制图片', 'Copy picture'],
  'tools.png': ['图片 PNG', 'Picture PNG'],
  'tools.svg': ['矢量图 SVG', 'Drawing SVG'],
  'tools.csv': ['数据 CSV', 'Data CSV'],
  'tools.xlsx': ['数据 Excel', 'Data Excel'],
  'tools.failed': [
    '文件没有生成，请刷新页面后再试。',
    'The file could not be made. Load the page again and try once more.',
  ],
} as const satisfies Messages
