import type { RegionLevel } from '../../domain/region.js'
import type { Text } from '../../domain/text.js'

/** What a column that every return may have is for. */
export type CommonRole = 'region_code' | 'region_name' | 'period' | 'explanation' | 'ignored'

/** A heading that does not belong to one return: its role, and for names the level of region it speaks of. */
export interface CommonHeading {
  role: CommonRole
  level: RegionLevel | null
}

const lists: readonly [CommonRole, RegionLevel | null, readonly string[]][] = [
  [
    'region_code',
    null,
    [
      '行政区划代码',
      '区划代码',
      '地区代码',
      '代码',
      '行政区划编码',
      '区划编码',
      '单位代码',
      '乡镇代码',
      '村代码',
      'region_code',
    ],
  ],
  [
    'region_name',
    null,
    ['地区名称', '地区', '单位名称', '行政区划名称', '行政区划', '区划名称', '填报单位', '名称', 'region_name'],
  ],
  [
    'region_name',
    'county',
    ['区县', '县区', '区（县）', '县（区）', '县市区', '县（市、区）', '区县名称', '县区名称', '县（市、区）名称'],
  ],
  [
    'region_name',
    'township',
    [
      '乡镇名称',
      '乡镇（街道）',
      '乡镇',
      '乡镇街道',
      '乡镇（街道）名称',
      '乡（镇、街道）',
      '镇名称',
      '镇街',
      '街道名称',
      '街道',
    ],
  ],
  [
    'region_name',
    'village',
    ['村名称', '村名', '行政村', '行政村名称', '建制村', '村', '村（社区）', '村（社区）名称'],
  ],
  ['period', null, ['报告期', '期别', '年月', '年度', '年份', '所属期', '统计期', 'period']],
  ['explanation', null, ['情况说明', '变动情况说明', '变动原因', '原因说明', '异常说明']],
  ['ignored', null, ['序号', '编号', '行次', '列号', '栏次', '备注', '说明', '校验']],
]

/** The headings that any return may have, beside its own columns. */
export const commonHeadings: ReadonlyMap<string, CommonHeading> = new Map(
  lists.flatMap(([role, level, names]) => names.map((name) => [name, { role, level }] as const)),
)

/** What the columns of every return are called in sentences. */
export const commonHeaders: Record<Exclude<CommonRole, 'ignored'>, Text> = {
  region_code: { zh: '行政区划代码', en: 'region code' },
  region_name: { zh: '地区名称', en: 'region name' },
  period: { zh: '报告期', en: 'period' },
  explanation: { zh: '情况说明', en: 'explanation' },
}
