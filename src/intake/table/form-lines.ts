import { plain } from '../plain-text.js'
import { cellAt, type GridRow } from '../reading/grid.js'

/** What a labelled line above or below a table states. `person` and `form` lines are recognised only to be left out. */
export type LineKind = 'unit' | 'period' | 'measure' | 'sent' | 'person' | 'form'

const labels: Record<LineKind, readonly string[]> = {
  unit: ['填报单位', '报送单位', '填表单位', '上报单位', '编报单位', '报表单位', '单位名称'],
  period: [
    '报告期',
    '报告期别',
    '期别',
    '统计时间',
    '统计期',
    '所属时期',
    '所属期',
    '数据时间',
    '年度',
    '时间',
    '日期',
    '年月',
  ],
  measure: ['单位', '计量单位', '金额单位'],
  sent: [
    '填报日期',
    '填报时间',
    '填表日期',
    '报出日期',
    '报出时间',
    '报送日期',
    '报送时间',
    '上报时间',
    '制表日期',
    '打印日期',
  ],
  person: [
    ...[
      '填报人',
      '填表人',
      '制表人',
      '制表',
      '单位负责人',
      '统计负责人',
      '分管领导',
      '负责人',
      '审核人',
      '审核',
      '复核人',
    ],
    ...[
      '复核',
      '经办人',
      '联系人',
      '联系电话',
      '联系方式',
      '办公电话',
      '电话',
      '手机',
      '手机号',
      '手机号码',
      '签字',
      '签名',
    ],
  ],
  form: ['表号', '制表机关', '制定机关', '批准机关', '批准文号', '备案机关', '备案文号', '文号', '有效期', '有效期至'],
}

const kinds = new Map(
  (Object.keys(labels) as LineKind[]).flatMap((kind) => labels[kind].map((label) => [label, kind] as const)),
)
const anyLabel = [...kinds.keys()]
  .sort((one, other) => other.length - one.length)
  .map((label) => label.split('').join('\\s*'))
  .join('|')
const labelPattern = new RegExp(`(?<!\\p{Script=Han})(${anyLabel})\\s*(\\([^)]*\\))?\\s*:`, 'gu')
const bareLabel = new RegExp(`^(${anyLabel})(\\([^)]*\\))?$`, 'u')

/** What the lines around a table state, and the texts without a label: titles. Nothing about persons is kept. */
export interface FormLines {
  titles: string[]
  units: string[]
  periods: string[]
  measures: { text: string; row: number; at: number }[]
}

/** Reads `填报单位：甲县  填报人：…`, also with the label in one cell and the value in the next. */
export function readFormLines(rows: readonly GridRow[]): FormLines {
  const lines: FormLines = { titles: [], units: [], periods: [], measures: [] }
  const keep = (label: string, value: string, row: number, at: number) => {
    const kind = kinds.get(label.replace(/\s+/g, ''))
    if (value === '') return
    if (kind === 'unit') lines.units.push(value)
    if (kind === 'period') lines.periods.push(value)
    if (kind === 'measure') lines.measures.push({ text: value, row, at })
  }
  for (const row of rows) {
    let waiting: string | null = null
    for (let at = 0; at < row.cells.length; at++) {
      const text = plain(cellAt(row, at).text)
      if (text === '') continue
      const found = [...text.matchAll(labelPattern)]
      const bare = bareLabel.exec(text)
      if (found.length === 0 && waiting !== null && !bare) keep(waiting, text, row.number, at)
      else if (found.length === 0 && !bare) lines.titles.push(text)
      // A title may end in （单位：万元）.
      const before = found[0] ? text.slice(0, found[0].index).replace(/[\s(]+$/, '') : ''
      if (before !== '') lines.titles.push(before)
      waiting = bare?.[1] ?? null
      found.forEach((match, index) => {
        const value = text.slice(match.index + match[0].length, found[index + 1]?.index).trim()
        keep(match[1] as string, value, row.number, at)
        if (value === '' && index === found.length - 1) waiting = match[1] as string
      })
    }
  }
  return lines
}

/** True when a cell of the row begins with one of the labels and a colon. */
export function isFormLine(row: GridRow): boolean {
  return row.cells.some(({ text }) => {
    // Labels are at most ten signs long; what is all digits is data.
    if (text === '' || /^[\d.,%\s-]+$/.test(text)) return false
    return plain(text).slice(0, 24).search(labelPattern) === 0
  })
}

/** The label that a row begins with, standing alone in its cell: `填报人 | … | 联系电话 | …`. */
export function bareLabelIn(row: GridRow): { kind: LineKind; at: number } | null {
  const at = row.cells.findIndex(({ text }) => text.trim() !== '')
  const kind = kinds.get(bareLabel.exec(plain(cellAt(row, at).text))?.[1]?.replace(/\s+/g, '') ?? '')
  return kind === undefined ? null : { kind, at }
}

/**
 * The cells of a row in which a value stands behind a label such as 填报人, each with its text as it is without that value.
 * `bareLabels: false` counts only labels with a colon: a heading 负责人 has no value to its right.
 */
export function cellsAboutPersons(
  row: GridRow,
  { bareLabels }: { bareLabels: boolean },
): { at: number; text: string }[] {
  const changed: { at: number; text: string }[] = []
  let waiting = false
  for (let at = 0; at < row.cells.length; at++) {
    const original = cellAt(row, at).text
    if (original.trim() === '') continue
    // Figures and most names have no colon, and are no label: these two lines are what a large table costs.
    const hasColon = original.includes(':') || original.includes('：')
    const bare = hasColon || original.length > 24 || /^[\d.,%\s-]+$/.test(original) ? undefined : bareLabelOf(original)
    // Signs of the same length, so that positions hold in the text as it stands.
    const text = hasColon ? original.replaceAll('：', ':').replaceAll('（', '(').replaceAll('）', ')') : ''
    const found = [...text.matchAll(labelPattern)]
    if (found.length === 0 && waiting && !bare) changed.push({ at, text: '' })
    waiting = bareLabels && bare !== undefined && isAboutPersons(bare)
    let kept = original.slice(0, found[0]?.index ?? original.length)
    for (const [index, match] of found.entries()) {
      const value = original.slice(match.index + match[0].length, found[index + 1]?.index)
      const personal = isAboutPersons(match[1] as string)
      const blanks = /\s*$/.exec(value)?.[0] ?? ''
      kept += original.slice(match.index, match.index + match[0].length) + (personal ? blanks : value)
      if (personal && value.trim() === '' && index === found.length - 1) waiting = true
    }
    if (kept !== original) changed.push({ at, text: kept })
  }
  return changed
}

function bareLabelOf(text: string): string | undefined {
  return bareLabel.exec(plain(text))?.[1]
}

function isAboutPersons(label: string): boolean {
  return kinds.get(label.replace(/\s+/g, '')) === 'person'
}
