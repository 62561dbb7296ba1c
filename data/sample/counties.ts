import type { Period } from '../../src/domain/period.js'
import type { Region } from '../../src/domain/region.js'

/** The month from which the merger and the re-coding hold. */
export const changeMonth: Period = '2023-01'

/** A county-level unit as it was at the start, and what it had in the first month. */
export interface County {
  code: string
  name: string
  /** The county of the sample city whose levels it has: itself, in that city. */
  like: string
  region_class: NonNullable<Region['region_class']>
  /** How many 街道, and how many 镇 and 乡. */
  streets: number
  towns: number
  villages: number
  /** Non-public firms (家) and social organisations (个) in 2018-01. */
  firms: number
  social: number
  /** The code it became a part of in the month of change; null for those that stayed. */
  successor: string | null
}

const row = (
  code: string,
  name: string,
  region_class: County['region_class'],
  [streets, towns, villages]: [number, number, number],
  [firms, social]: [number, number],
  successor: string | null = null,
): County => ({ code, name, like: code, region_class, streets, towns, villages, firms, social, successor })

/** The 15 county-level units of 2018: 180 townships, 2,719 villages, 6,352 firms, 2,317 social organisations. */
export const counties: readonly County[] = [
  row('990302', '清渡区', 'urban', [8, 0, 12], [560, 230]),
  row('990303', '瑞桥区', 'urban', [8, 1, 18], [620, 260]),
  row('990304', '鹤堤区', 'urban', [7, 0, 10], [430, 190]),
  row('990305', '锦垣区', 'urban', [8, 2, 30], [720, 270]),
  row('990306', '白埠区', 'urban', [4, 2, 42], [300, 110], '990308'),
  row('990309', '石泓区', 'urban', [1, 3, 44], [110, 40]),
  row('990321', '望岭县', 'hill', [1, 14, 262], [330, 120]),
  row('990322', '昭浦县', 'plain', [1, 13, 236], [420, 140], '990308'),
  row('990323', '云硖县', 'mountain', [0, 14, 300], [190, 80]),
  row('990324', '双岘县', 'mountain', [0, 13, 252], [170, 75]),
  row('990325', '松陂县', 'hill', [1, 15, 285], [390, 130]),
  row('990326', '柳圩县', 'plain', [2, 13, 322], [470, 150]),
  row('990327', '平畴县', 'plain', [2, 14, 330], [560, 165]),
  row('990328', '青埂县', 'hill', [1, 15, 344], [362, 127]),
  row('990381', '宁皋市', 'plain', [4, 13, 232], [720, 230], '990307'),
]

/** What came out of the change, and how it is told. */
export const successors = [
  {
    code: '990307',
    name: '宁皋区',
    region_class: 'urban',
    kind: 'recode',
    note: '2023年1月，宁皋市撤市设区，改为宁皋区，代码变更',
  },
  {
    code: '990308',
    name: '昭埠区',
    region_class: 'urban',
    kind: 'merge',
    note: '2023年1月，白埠区与昭浦县合并设立昭埠区',
  },
] as const

/** The county-level unit that stood for a county of the start in a month. */
export function unitIn(county: County, month: Period): Pick<County, 'code' | 'name'> {
  const successor = month >= changeMonth && successors.find(({ code }) => code === county.successor)
  return successor || county
}

/** 望岭县 → 望岭, when two characters remain. */
export function shortNameOf(name: string): string {
  const short = name.replace(/(街道|社区|[县区市镇乡村])$/, '')
  return short.length >= 2 ? short : name
}
