import type { Messages } from '../messages.js'

/** Of where a region is, what lies below it, and which regions are like it. */
export const places = {
  'place.path': ['所在位置', 'Where it is'],
  'place.counties': ['各县区', 'Counties'],
  'place.townships': ['{county}各乡镇（街道）', 'Townships of {county}'],
  'place.class.urban': ['城区', 'Urban'],
  'place.class.plain': ['平原', 'Plain'],
  'place.class.hill': ['丘陵', 'Hill'],
  'place.class.mountain': ['山区', 'Mountain'],
  'place.class.none': ['未分类', 'Unclassed'],
  'place.finding.township': ['{county}所属{class}乡镇（街道）', '{class} township of {county}'],
  'townships.lead': [
    '按代码排列，不排名次。{below} 个有严重或预警指标；点名称看该乡镇的全部情况。',
    'By code, not ranked. {below} have an indicator beyond a line; a name leads to everything about the township.',
  ],
  'townships.unjudged': ['没有已判定的指标', 'no indicator judged'],
  'townships.spread': ['各乡镇（街道）分布', 'Township by township'],
  'bands.region': ['各村收入分组', 'Villages by income band'],
  'similar.title': ['条件相近的 {count} 个{level}', 'Like it: {count} {level}'],
  'similar.short': ['条件相近的地区', 'Regions like it'],
  'similar.method': [
    '在同类（{class}）{level}中，取{measures}与{region}最接近的 {count} 个：各项之差先除以该项在同类中的标准差，再求平方和的平方根，取最小的。只用来选出可比的地方，按代码排列，不排名次、不打总分。',
    'Of the {level} of the same class ({class}), the {count} nearest to {region} by {measures}: each difference is counted in standard deviations of its measure within the class, and the root of the sum of their squares is smallest. It only chooses whom to compare with: listed by code, no ranking, no score.',
  ],
  'similar.caption': ['{region}与条件相近的地区', '{region} and regions like it'],
  'similar.methodology': ['口径说明', 'Method'],
  'returns.by_county': [
    '乡镇的报表由{county}汇总填报；下面是{county}报来、其中含有本乡镇的各期报表。',
    'Returns of a township are sent by {county}: below are those it sent that have a part about this township.',
  ],
  'returns.own': ['本地区已报', 'About it'],
  'returns.units': ['{reported}/{expected} 个{unit}', '{reported}/{expected} {unit}'],
  'returns.row.in': ['已报', 'in'],
  'returns.row.out': ['未报', 'not in'],
  'rejects.by_county': [
    '被退回的单元格不一定能认定是哪个乡镇的，见',
    'Whose row a rejected cell is in cannot always be told: see ',
  ],
  'rejects.county_page': ['{county}的退回记录', 'what was rejected of {county}'],
  'methodology.similar': ['条件相近的地区', 'Regions like it'],
  'methodology.similar.lead': [
    '县区、乡镇页列出同级、同类中条件最接近的至多 3 个地区。条件是下列各项，取近 24 个月内下级全部报齐的最近一期；各项之差除以该项在同级同类地区中的标准差，求平方和的平方根，取最小的几个，同样近的取代码小的。缺任何一项的不参加比较。距离只用来选，不显示；不排名次，不打总分。',
    'The page of a county or township shows at most three of the same level and class whose conditions are nearest. The conditions are those below, each of the latest period in the last 24 months in which everything below has reported; differences are counted in standard deviations of the measure among regions of that level and class, and the root of the sum of their squares is smallest; of equally near ones the lower code is taken. A region without one of them is left out. The distance only chooses and is not shown: no ranking, no score.',
  ],
  'head.condition': ['条件', 'Condition'],
  'head.level': ['用于', 'Used for'],
} as const satisfies Messages
