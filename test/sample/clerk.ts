import { buildTownships, codeIn } from '../../data/sample/city.js'
import { counties, shortNameOf, unitIn } from '../../data/sample/counties.js'
import type { SampleFile } from '../../data/sample/generate.js'
import { brokenRules, figureHeadings } from './clerk-rules.js'
import { type PaperCell, papersOf } from './paper.js'

/*
 * A careful clerk at work on a file of the last month, with eyes of his own: nothing here comes from intake, and headings and rules
 * are written out by hand, so that both can be held against each other.
 */

/** What the clerk makes of a file: the rows that he would enter, and every cell that he would ask about. */
export interface Reading {
  dataset: 'coverage' | 'stipend'
  county: string
  entered: { row: number; code: string; values: Record<string, number | null> }[]
  /** How many rows stay out. */
  left_out: number
  named: Question[]
}

/** A cell to ask about, what stands in it, and whether its row stays out until there is an answer. */
export interface Question {
  cell: string
  text: string
  severity: 'reject' | 'warn'
}

/** A row of figures: a township's, or a total over some of them. Figures that cannot be read are null. */
interface Line {
  row: number
  cells: readonly PaperCell[]
  /** A township's code; null for a total. */
  code: string | null
  label: string
  values: Record<string, number | null>
}

const month = '2026-10'
const townships = buildTownships(counties).map((township) => ({ code: codeIn(township, month), name: township.name }))
const units = counties.map((county) => unitIn(county, month))
const plain = (cell: PaperCell | undefined) =>
  String(cell ?? '')
    .normalize('NFKC')
    .replace(/\s/g, '')

/** The clerk's reading; null when there is no table on any sheet. */
export async function read(file: SampleFile): Promise<Reading | null> {
  for (const { rows } of await papersOf(file)) {
    const top = rows.findIndex((row) => row.some((cell) => plain(cell) === '地区名称'))
    if (top >= 0) return readTable(rows, top)
  }
  return null
}

function readTable(rows: readonly PaperCell[][], top: number): Reading {
  const { headings, bottom } = headingsAt(rows, top)
  const dataset = headings.includes('书记职数') ? 'stipend' : 'coverage'
  const said = rows.slice(0, top).map((row) => row.map(plain).join(''))
  const county = units.find(({ name }) =>
    said.some((line) => line.startsWith('填报单位') && line.includes(shortNameOf(name))),
  )
  const factor = rows
    .slice(0, bottom + 1)
    .flat()
    .map(plain)
    .some((text) => /单位:万元|总额\(万元\)/.test(text))
    ? 10_000
    : 1
  const lines = rows
    .slice(bottom + 1)
    .flatMap((cells, index) => lineIn(cells, bottom + 2 + index, headings, county?.code ?? '', factor) ?? [])
  const at = (column: string) => headings.findIndex((heading) => figureHeadings[heading] === column)
  const question = ({ row, cells }: Line, column: string, severity: Question['severity']): Question => ({
    cell: `${String.fromCharCode(65 + at(column))}${row}`,
    text: String(cells[at(column)] ?? ''),
    severity,
  })
  const places = lines.flatMap((line) => {
    const { code, values } = line
    if (code === null) return []
    const unread = Object.keys(values).filter((column) => values[column] === null)
    const named = [...unread, ...brokenRules(dataset, values)].map((column) => question(line, column, 'reject'))
    return [{ row: line.row, code, values, named }]
  })
  return {
    dataset,
    county: county?.code ?? '',
    entered: places.filter(({ named }) => named.length === 0).map(({ row, code, values }) => ({ row, code, values })),
    left_out: places.filter(({ named }) => named.length > 0).length,
    named: [
      ...places.flatMap(({ named }) => named),
      ...lines.flatMap((line) => wrongSums(line, lines).map((column) => question(line, column, 'warn'))),
    ],
  }
}

/** The heading of every column, and the last row of them: one, or two where the second holds headings of figures. */
function headingsAt(rows: readonly PaperCell[][], top: number): { headings: string[]; bottom: number } {
  const own = (row: number) => rows[row]?.map((cell) => plain(cell).replace(/\(.*\)/, '')) ?? []
  const [upper, lower] = [own(top), own(top + 1)]
  const isDouble = lower.some((text) => text in figureHeadings)
  return {
    headings: upper.map((text, at) => (isDouble && lower[at]) || text),
    bottom: isDouble ? top + 1 : top,
  }
}

/** A row under the headings as a line of figures; null for notes, blank rows and the rest. */
function lineIn(
  cells: readonly PaperCell[],
  row: number,
  headings: readonly string[],
  county: string,
  factor: number,
): Line | null {
  const [code, name] = ['行政区划代码', '地区名称'].map((heading) => plain(cells[headings.indexOf(heading)])) as [
    string,
    string,
  ]
  const own = townships.filter((township) => township.code.startsWith(county))
  const named = own.filter((township) => name === township.name || name === shortNameOf(township.name))
  const [place] = code === '' ? named : named.filter((township) => township.code === code)
  const isTotal = /^(合计|街道小计|乡镇小计)$/.test(name)
  if (!isTotal && (place === undefined || named.length !== 1)) return null
  const values = headings.flatMap((heading, at) => {
    const column = figureHeadings[heading]
    return column === undefined ? [] : [[column, figureIn(cells[at], column === 'paid_total_yuan' ? factor : 1)]]
  })
  return { row, cells, code: isTotal ? null : (place?.code ?? null), label: name, values: Object.fromEntries(values) }
}

/** A figure in stored units as anybody would read it: full-width digits, separators and a unit behind it do not matter. */
function figureIn(cell: PaperCell | undefined, factor: number): number | null {
  const match = /^(\d+(?:\.\d+)?)[家个人元]?$/.exec(plain(cell).replace(/(?<=\d),(?=\d{3})/g, ''))
  return match ? Math.round(Number(match[1]) * factor * 100) / 100 : null
}

/** The columns of a total that are not the sum: 合计 of all places, 小计 of those since the total before it. */
function wrongSums(total: Line, lines: readonly Line[]): string[] {
  if (total.code !== null) return []
  const before = lines.slice(0, lines.indexOf(total))
  const since = before.slice(before.findLastIndex(({ code }) => code === null) + 1)
  const parts = (total.label === '合计' ? lines : since).filter(({ code }) => code !== null)
  return Object.entries(total.values).flatMap(([column, stated]) => {
    if (stated === null || column.endsWith('yuan_per_month') || parts.some(({ values }) => values[column] === null))
      return []
    const sum = parts.reduce((all, { values }) => all + (values[column] ?? 0), 0)
    return Math.abs(sum - stated) > 0.005 ? [column] : []
  })
}
