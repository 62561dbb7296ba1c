import type { ChangeGroup, ChangeLine } from '../domain/release-changes.js'
import type { LineChange, StateDifference } from '../domain/state-difference.js'
import { fill, joined, type Text } from '../domain/text.js'
import { sayValue } from '../domain/value-words.js'
import { groupOf, sayStatus, sectionOf } from './change-section.js'
import { type StateNames, same } from './state-names.js'

const titles = {
  lines: { zh: '预警线和严重线调整 {count} 项', en: 'Lines drawn elsewhere: {count}' },
  scope: { zh: '地区和指标增减 {count} 项', en: 'Regions and indicators added or gone: {count}' },
  sources: { zh: '依据和程序改动 {count} 项', en: 'Reference tables and code that differ: {count}' },
} satisfies Record<string, Text>

const tables: Readonly<Record<string, Text>> = {
  'regions.csv': { zh: '地区表', en: 'the list of regions' },
  'region-changes.csv': { zh: '区划调整表', en: 'the list of boundary changes' },
  'thresholds.csv': { zh: '阈值表', en: 'the table of thresholds' },
  'corrections.csv': { zh: '更正表', en: 'the list of corrections' },
  'tile-grid.csv': { zh: '方格图', en: 'the grid of the map' },
  'boundaries.json': { zh: '边界文件', en: 'the boundaries of the map' },
  'boundaries-settings.json': { zh: '边界文件的说明', en: 'how the boundaries are read' },
  'sample.json': { zh: '示例标记', en: 'the mark of the sample' },
}

const lineNames = {
  warning: { zh: '预警线', en: 'warning line' },
  critical: { zh: '严重线', en: 'critical line' },
} satisfies Record<LineChange['line'], Text>

/** What the figures rest on: lines, regions, indicators, reference tables, code. */
export function sayBasis(difference: StateDifference, names: StateNames): ChangeGroup {
  const { lines, regions, indicators } = difference
  const [added, gone] = [
    { zh: '新增', en: 'added' },
    { zh: '不再列示', en: 'gone' },
  ]
  const region = (said: Text) => (code: string) => plainLine(names.region(code), said)
  const indicator = (said: Text) => (id: string) => plainLine(names.indicator(id).name, said)
  return groupOf('basis', [
    sectionOf(
      titles.lines,
      lines.map((change) => lineLine(change, names)),
    ),
    sectionOf(titles.scope, [
      ...regions.added.map(region(added)),
      ...regions.gone.map(region(gone)),
      ...indicators.added.map(indicator(added)),
      ...indicators.gone.map(indicator(gone)),
    ]),
    sectionOf(
      titles.sources,
      changedSources(difference).map((subject) => plainLine(subject, { zh: '有改动', en: 'differs' })),
    ),
  ])
}

/** The reference tables that differ, by their names in words, and the code. */
export function changedSources({ reference, code }: StateDifference): Text[] {
  return [...reference.map((name) => tables[name] ?? same(name)), ...(code ? [{ zh: '计算程序', en: 'the code' }] : [])]
}

function plainLine(subject: Text, said: Text): ChangeLine {
  return { region_code: null, subject, said, status: null }
}

function lineLine({ indicator_id, line, before, after, regions }: LineChange, names: StateNames): ChangeLine {
  const indicator = names.indicator(indicator_id)
  const value = (drawn: number | null) => (drawn === null ? sayStatus(null) : sayValue(indicator, drawn))
  const said = fill(
    { zh: '{line} {before} → {after}（{regions}个地区）', en: '{line} {before} → {after} (regions: {regions})' },
    { line: lineNames[line], before: value(before), after: value(after), regions },
  )
  return plainLine(indicator.name, said)
}

/** “阈值表、计算程序有改动”; null when they are the same. */
export function sayChangedSources(difference: StateDifference): Text | null {
  const sources = changedSources(difference)
  if (sources.length === 0) return null
  return fill({ zh: '{sources}有改动', en: 'what differs otherwise: {sources}' }, { sources: joined(sources) })
}
