import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { topics } from '../../pipelines/index.js'
import { Region, RegionChange } from '../../src/domain/region.js'
import { Threshold } from '../../src/domain/threshold.js'
import { writeTemplate } from '../../src/intake/writing/workbook-new.js'
import { fillIn, goodRows, templateOf } from '../intake/fill-template.js'

const region = (code: string, name: string, level: Region['region_level'], parent: string | null): Region => ({
  ...{ region_code: code, region_name: name, short_name: name.slice(0, 1), region_level: level, parent_code: parent },
  ...{ region_class: level === 'county' ? 'plain' : null, valid_from: '2000-01', valid_to: null },
})

/** Nothing here is about a real place. */
const nation = '某国'

/** A city of three counties with two townships each, each of them with four villages. */
const counties = ['甲县', '乙县', '丙县'].map((name, index) => region(`99010${index + 1}`, name, 'county', '990100'))
const townships = counties.flatMap(({ region_code, short_name }) =>
  ['东', '西'].map((side, at) =>
    region(`${region_code}00${at + 1}`, `${short_name}${side}镇`, 'township', region_code),
  ),
)
const villages = townships.flatMap(({ region_code, region_name }) =>
  ['一', '二', '三', '四'].map((name, at) =>
    region(`${region_code}20${at + 1}`, `${region_name.slice(0, 2)}${name}村`, 'village', region_code),
  ),
)
const regions = [
  region('000000', nation, 'nation', null),
  region('990100', '小城市', 'prefecture', null),
  ...[...counties, ...townships, ...villages],
]

const table = (columns: readonly string[], rows: readonly Record<string, string | number | null>[]) =>
  [columns.join(','), ...rows.map((row) => columns.map((name) => row[name] ?? '').join(','))].join('\n')

const lines = [
  { indicator_id: 'nonpublic_coverage_pct', warning: 40, critical: 20 },
  { indicator_id: 'stipend_mean_yuan_per_month', warning: 2_500 },
].map((line) => ({ ...line, scope: 'all', path: 'flat', valid_from: '2000-01', basis: '示例' }))

/** A file of the inbox: what it is called, when it came, and its bytes. */
interface Sent {
  name: string
  received_at: string
  content: string | Uint8Array
}

/** A county's return as text: a title, a header, and one row a township. */
function asText(id: string, county: Region, month: string, more: number, days: number): Sent {
  const { title, columns } = datasetOf(id)
  const [year, number] = month.split('-')
  const header = ['行政区划代码', '乡镇名称', ...columns.map(({ header }) => header.zh)]
  const rows = townships
    .filter(({ parent_code }) => parent_code === county.region_code)
    .map(({ region_code, region_name }) => [region_code, region_name, ...figuresOf(id, more)])
  const name = `${county.region_name}_${title.zh}_${year}年${Number(number)}月`
  const content = [[name.replaceAll('_', '')], header, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')
  return { name: `${month}/${name}.csv`, received_at: receivedAt(month, days), content }
}

/** `more` is added to the firms in all, or to the posts in arrears. */
function figuresOf(id: string, more: number): (string | number)[] {
  const figures = goodRows[id] ?? []
  const at = id === 'coverage' ? 0 : figures.length - 1
  return figures.map((figure, index) => (index === at ? Number(figure) + more : (figure ?? '')))
}

function datasetOf(id: string) {
  const found = topics.find(({ dataset }) => dataset.id === id)
  if (!found) throw new Error(`no return ${id}`)
  return found.dataset
}

/** Some days into the month after. */
function receivedAt(month: string, days: number): string {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year as number, number as number, days, 1)).toISOString()
}

/** A file above the size from which the engine's own reader takes a file in: few rows, and long remarks. */
function large(): Sent {
  const remark = '一切如常。'.repeat(1_000)
  const rows = Array.from({ length: 300 }, (_, index) =>
    [
      '2025',
      '000000',
      nation,
      `made_${index}`,
      index,
      '个',
      '试验',
      'trial',
      '试验',
      'https://example.org/',
      remark,
    ].join(','),
  )
  const header = '报告期,行政区划代码,地区名称,系列,数值,计量单位,口径,口径（英文）,发布者,来源地址,备注'
  return {
    name: '2026-09/全国公开数据.csv',
    received_at: receivedAt('2026-09', 4),
    content: [header, ...rows, ''].join('\n'),
  }
}

async function workbook(id: string, county: Region, month: string): Promise<Sent> {
  const template = templateOf(datasetOf(id), county.region_code, month, regions)
  const content = await writeTemplate(fillIn(template, () => ({ values: goodRows[id] ?? [] })))
  return { name: `${month}/${county.region_name}_${id}.xlsx`, received_at: receivedAt(month, 3), content }
}

/** Reference tables, and what came about August. */
export async function writeTinyHome(home: string): Promise<void> {
  const tables = {
    'regions.csv': table(Object.keys(Region.shape), regions),
    'region-changes.csv': table(Object.keys(RegionChange.shape), []),
    'thresholds.csv': table(Object.keys(Threshold.shape), lines),
  }
  await mkdir(join(home, 'reference'), { recursive: true })
  for (const [name, text] of Object.entries(tables)) await writeFile(join(home, 'reference', name), `${text}\n`)
  await send(
    home,
    counties.flatMap((county) => ['coverage', 'stipend'].map((id) => asText(id, county, '2026-08', 0, 2))),
  )
}

/**
 * What came about September. Little: two returns as text. Everything: a workbook, a large file, one with a wrong cell that goes
 * back to its sender, one that is no return, and a correction of August as well.
 */
export async function sendNextMonth(home: string, amount: 'little' | 'everything'): Promise<void> {
  const [first, second, third] = counties as [Region, Region, Region]
  const wrong = asText('stipend', third, '2026-09', 2, 3)
  const corrected = asText('coverage', second, '2026-08', 40, 36)
  await send(home, [asText('coverage', first, '2026-09', 2, 2), asText('stipend', second, '2026-09', 2, 2)])
  if (amount === 'little') return
  await send(home, [
    ...[asText('stipend', first, '2026-09', 2, 2), asText('coverage', second, '2026-09', 2, 2)],
    await workbook('coverage', third, '2026-09'),
    { ...wrong, content: String(wrong.content).replace('19000', '待核') },
    { ...corrected, name: corrected.name.replace('/', '/更正_') },
    { name: '2026-09/说明.csv', received_at: receivedAt('2026-09', 2), content: '这不是报表\n' },
    large(),
  ])
}

/** Takes the first county's files away, as people do with what was taken in: only the archive has them now. */
export async function clearInbox(home: string): Promise<void> {
  const folder = join(home, 'inbox', '2026-08')
  for (const name of await readdir(folder)) if (name.startsWith('甲县')) await rm(join(folder, name))
}

async function send(home: string, files: readonly Sent[]): Promise<void> {
  for (const { name, received_at, content } of files) {
    const path = join(home, 'inbox', name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
    await utimes(path, new Date(received_at), new Date(received_at))
  }
}
