// A made-up nation and its return: regions down to the village, and CSV files of all villages with nine measures. The same
// bytes on every machine. Run alone it writes them: `make-bulk-csv.ts <folder> <villages>`.
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Dataset, defineDataset } from '../../src/domain/dataset.js'
import type { Region } from '../../src/domain/region.js'

const yuan = { zh: '元', en: 'yuan' }
const households = { zh: '户', en: 'households' }
const amount = (name: string, zh: string, en: string) => ({
  name,
  header: { zh, en },
  kind: 'amount' as const,
  unit: yuan,
  other_units: { 万元: 10_000 },
})
const count = (name: string, zh: string, en: string) => ({
  name,
  header: { zh, en },
  kind: 'count' as const,
  unit: households,
})

/** No real return has nine measures a village, so this one is for the benchmark only: five sums of money and four counts. */
export const benchReturn: Dataset = defineDataset({
  id: 'bench_villages',
  title: { zh: '村级基本情况表', en: 'Villages' },
  frequency: 'A',
  grain: 'village',
  due_day: 20,
  partial: 'rows',
  title_words: ['村级基本情况'],
  columns: [
    { ...count('households', '总户数', 'Households'), max: 20_000, jump_pct: 300 },
    count('households_covered', '覆盖户数', 'Households covered'),
    count('members', '成员数', 'Members'),
    count('posts', '岗位数', 'Posts'),
    amount('total_income_yuan', '总收入', 'Income'),
    amount('operating_income_yuan', '经营性收入', 'Operating income'),
    amount('spending_yuan', '总支出', 'Spending'),
    amount('assets_yuan', '资产总额', 'Assets'),
    amount('debts_yuan', '负债总额', 'Debts'),
  ],
  checks: [
    {
      id: 'covered_within_households',
      formula: 'households_covered <= households',
      severity: 'reject',
      sentence: { zh: '覆盖户数不能大于总户数', en: 'households covered cannot be more than all' },
    },
    {
      id: 'operating_within_total',
      formula: 'operating_income_yuan <= total_income_yuan',
      severity: 'reject',
      sentence: { zh: '经营性收入不能大于总收入', en: 'operating income cannot be more than all income' },
    },
  ],
})

const [perTownship, perCounty] = [20, 16]
const signs = '东西南北上下大小新老石河山田林水桥坪湾岭塘李王张刘陈杨赵黄周吴'

function nameOf(seed: number, suffix: string): string {
  const at = (step: number) => signs[Math.floor(seed / step) % signs.length]
  return `${at(1)}${at(31)}${at(977)}${suffix}`
}

/** A nation with so many villages: 20 to a township, 16 townships to a county, 80 counties to a prefecture. Counties begin at 110101. */
export function makeRegions(villages: number): Region[] {
  const regions: Region[] = []
  const put = (code: string, name: string, level: Region['region_level'], parent: string | null) =>
    regions.push({
      region_code: code,
      region_name: name,
      short_name: name.slice(0, -1),
      region_level: level,
      parent_code: parent,
      region_class: level === 'county' ? 'plain' : null,
      valid_from: '2018-01',
      valid_to: null,
    })
  put('000000', '全国', 'nation', null)
  const townships = Math.ceil(villages / perTownship)
  for (let index = 0; index < townships; index++) {
    const county = Math.floor(index / perCounty)
    const prefecture = Math.floor(county / 80)
    const province = Math.floor(prefecture / 10)
    const provinceCode = String(11 + province)
    const prefectureCode = `${provinceCode}${String(1 + (prefecture % 10)).padStart(2, '0')}`
    const countyCode = `${prefectureCode}${String(1 + (county % 80)).padStart(2, '0')}`
    if (index % (perCounty * 800) === 0)
      put(`${provinceCode}0000`, `${nameOf(province * 7, '')}省`, 'province', '000000')
    if (index % (perCounty * 80) === 0)
      put(`${prefectureCode}00`, `${nameOf(prefecture * 11 + 3, '')}市`, 'prefecture', `${provinceCode}0000`)
    if (index % perCounty === 0) put(countyCode, `${nameOf(county * 13 + 5, '')}县`, 'county', `${prefectureCode}00`)
    const township = `${countyCode}${String(1 + (index % perCounty)).padStart(3, '0')}`
    put(township, nameOf(index * 17 + 1, '镇'), 'township', countyCode)
    for (let village = 0; village < perTownship && index * perTownship + village < villages; village++)
      put(`${township}${String(200 + village)}`, nameOf(index * 331 + village * 47, '村'), 'village', township)
  }
  return regions
}

/** How a messy cell is written: half of them a careful clerk can read, half of them nobody. */
const messes: ((text: string) => string)[] = [
  (text) => `"${text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')}"`,
  (text) => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  (text) => ` ${text} `,
  (text) => `${text}.00`.replace(/(\.\d+)\.00$/, '$1'),
  () => '约40',
  () => '待核',
  () => '',
  (text) => `-${text}`,
]

/** Sixty odd texts, as many as the file had that the goals were set with: thirty for counts, thirty for money. */
const [oddCounts, oddMoney] = [(at: number) => String(11 + at), (at: number) => String(250_000 + at * 1_000)].map(
  (text) => Array.from({ length: 30 }, (_, at) => messes[at % messes.length]?.(text(at)) ?? ''),
) as [string[], string[]]

/** Clean; one in a hundred measure cells one of sixty odd texts; or as many written oddly, each in its own way. */
export type Dirt = 'clean' | 'dirty' | 'different'

/** The lines of the return: header, then a row a village. */
export function* csvLines(regions: readonly Region[], dirt: Dirt): Iterable<string> {
  yield `行政区划代码,村名称,报告期,${benchReturn.columns.map(({ header }) => header.zh).join(',')}\r\n`
  let state = 12_345
  const next = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
  for (const { region_code, region_name, region_level } of regions) {
    if (region_level !== 'village') continue
    const [households, income] = [80 + next(1_900), 1_000_000 + next(90_000_000)]
    const money = (cents: number) => (cents / 100).toFixed(2)
    // No figure is a thousandth of its neighbours': those would be asked about, and the file would not be clean.
    const part = () => Math.floor(income * 0.3) + next(Math.floor(income * 0.7))
    const operating = part()
    const cells = [
      ...[households, next(households), 200 + next(6_000), next(20)].map(String),
      ...[income, operating, part(), income * 3 + next(1_000_000), 2_000_000 + next(40_000_000)].map(money),
    ]
    const oddly = (cell: string, at: number) =>
      dirt === 'different' ? messes[next(messes.length)]?.(cell) : (at < 4 ? oddCounts : oddMoney)[next(30)]
    const written =
      dirt === 'clean' ? cells : cells.map((cell, at) => (next(100) === 0 ? (oddly(cell, at) ?? cell) : cell))
    yield `${region_code},${region_name},2025,${written.join(',')}\r\n`
  }
}

/** Writes one file for each kind of dirt, `<dirt>-<villages>.csv`. Gives their paths. */
export async function writeBulkCsv<Kind extends Dirt>(
  folder: string,
  villages: number,
  kinds: readonly Kind[],
): Promise<Record<Kind, string>> {
  mkdirSync(folder, { recursive: true })
  const regions = makeRegions(villages)
  const write = (dirt: Dirt) =>
    new Promise<string>((resolve, reject) => {
      const path = join(folder, `${dirt}-${villages}.csv`)
      const stream = createWriteStream(path).on('error', reject)
      let text = ''
      for (const line of csvLines(regions, dirt)) {
        text += line
        if (text.length > 1_000_000) {
          stream.write(text)
          text = ''
        }
      }
      stream.end(text, () => resolve(path))
    })
  const paths: Partial<Record<Kind, string>> = {}
  for (const kind of kinds) paths[kind] = await write(kind)
  return paths as Record<Kind, string>
}

const [script = '', folder = '', villages = '600000'] = process.argv.slice(1)
if (script.endsWith('make-bulk-csv.ts')) await writeBulkCsv(folder, Number(villages), ['clean', 'dirty', 'different'])
