import type { Messages } from '../messages.js'

/** Of the page that sets two regions side by side. */
export const compare = {
  'compare.name': ['两地对照', 'Compare two regions'],
  'compare.title': ['两地对照', 'Two regions side by side'],
  'compare.lead': [
    '两个县区，或一个县区与全市，逐项并列：数值、状态、变化和走势。只列差多少，不分高下，不相加。',
    'Two counties, or a county and the city, indicator by indicator: value, status, change and course. How far apart they are is said; neither wins, and nothing is added up.',
  ],
  'compare.first': ['一地', 'One'],
  'compare.second': ['另一地', 'The other'],
  'compare.swap': ['互换', 'Swap'],
  'compare.same': ['两处选的是同一地，请另选一地', 'Both are the same place: please choose another'],
  'compare.apart': ['相差', 'Apart'],
  'compare.equal': ['相同', 'the same'],
  'compare.counted': [
    '{difference}，按{region}的基数合 {number} {unit}',
    '{difference}, or {number} {unit} of those in {region}',
  ],
  'compare.unknown': ['无从比较', 'cannot be compared'],
  'compare.small': ['基数小，不比', 'base too small to compare'],
  'compare.periods': ['不是同一期，不比', 'not of the same period'],
  'compare.lines': ['粗线{a}，细线{b}，虚线为{a}的预警线', 'Thick: {a}, thin: {b}, dashed: warning line of {a}'],
  'compare.label': ['{name}走势：{a}现为{first}，{b}现为{second}', '{name}, course: {a} now {first}, {b} now {second}'],
} as const satisfies Messages
