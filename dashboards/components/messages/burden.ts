import type { Messages } from '../messages.js'

/** Of what the returns ask for. */
export const burden = {
  'asked.returns': ['每张报表要填多少格', 'Cells that each return asks for'],
  'asked.finding': [
    '现有 {count} 张报表，全年共要填 {cells} 格：列数乘以应报的行数，再乘以一年的期数。',
    '{count} returns ask for {cells} cells a year: columns times rows expected, times issues a year.',
  ],
  'asked.required': ['必填 {count}', '{count} required'],
  'asked.list': ['最近一期实报', 'as last reported'],
  'asked.twice': ['同一事实问了两次', 'One fact asked twice'],
  'asked.twice.caption': ['问了两次的事实', 'Facts asked twice'],
  'asked.twice.finding': [
    '同级同一地区的同名栏目 {count} 项，只问一次，全年可少填 {cells} 格。',
    'Columns of the same name, of the same regions: {count}. Asked once, they would save {cells} cells a year.',
  ],
  'asked.twice.none': ['没有问了两次的栏目', 'No column is asked twice'],
  'asked.where': ['{title}（{frequency}）：{header}', '{title} ({frequency}): {header}'],
  'asked.changes': ['与上年相比问法的变化', 'What is asked that was not a year ago'],
  'asked.changes.caption': ['增减的栏目', 'Columns added and removed'],
  'asked.changes.lead': [
    '以收到的文件为准：比较最近一期与上年同期的文件各有哪些栏目。某栏目上年没有一个地区填报，即视为新增；已从报表定义中删去的栏目无从得知，不列。',
    'Read from the files themselves: the columns in those of the latest period against those of a year before. A column that nobody had then counts as added; one that is no longer declared cannot be seen and is not listed.',
  ],
  'asked.changes.none': ['没有增减栏目', 'No column was added or removed'],
  'asked.new': ['{period}起新报', 'new: {period}'],
  'asked.compared': ['{period}比{before}', '{period} vs {before}'],
} as const satisfies Messages
