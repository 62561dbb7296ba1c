import type { FigureOrigin, OriginCell, OriginData, OriginNode, OriginRow } from '../domain/figure-origin.js'
import type { Lang } from '../domain/text.js'
import type { FigureQuestion } from '../extracts/origins.js'
import { FileNumbers } from './origin-files.js'
import { OriginWords } from './origin-words.js'

/** A line of the tree, and what hangs below it. */
interface Branch {
  text: string
  below: Branch[]
}

/** What branches are made with. */
interface Drawing {
  data: OriginData
  figure: FigureOrigin
  words: OriginWords
  /** Keys of rows that every unit takes alike: drawn once. */
  shared: ReadonlySet<string>
}

/** The origin of one figure as a tree for a terminal. */
export function originText(data: OriginData, { indicators }: FigureQuestion, lang: Lang): string {
  const [figure] = data.figures
  const [indicator] = indicators
  if (figure === undefined || indicator === undefined) return ''
  const words = new OriginWords(figure, indicator, new FileNumbers(data, lang), lang)
  const drawing = { data, figure, words, shared: sharedRows(figure, data) }
  const branches = [...sharedBranches(drawing), ...below(figure.region, drawing)]
  return [
    ...words.head(data.release),
    '',
    words.sum(),
    ...drawn(branches),
    '',
    ...words.files.lines(),
    ...words.hints(),
  ].join('\n')
}

/** Rows of other returns (a county's, say) that all units with rows have in common. */
function sharedRows({ region, formula }: FigureOrigin, { rows }: OriginData): Set<string> {
  const units = unitsOf(region).filter((unit) => unit.rows.length > 0)
  const own = formula.columns[0]?.dataset
  const [first] = units
  if (first === undefined || units.length < 2) return new Set()
  return new Set(
    first.rows.filter((key) => rows[key]?.dataset !== own && units.every((unit) => unit.rows.includes(key))),
  )
}

function unitsOf(node: OriginNode): OriginNode[] {
  return node.children.length === 0 ? [node] : node.children.flatMap(unitsOf)
}

function sharedBranches(drawing: Drawing): Branch[] {
  return [...drawing.shared].flatMap((key) => {
    const row = drawing.data.rows[key]
    return row === undefined ? [] : [{ text: drawing.words.shared(row), below: rowBranches(row, drawing) }]
  })
}

function below(node: OriginNode, drawing: Drawing): Branch[] {
  const { data, figure, words, shared } = drawing
  const isOfMany = node === figure.region && node.rows.length > 0
  const rows = node.rows.flatMap((key) => {
    const row = data.rows[key]
    if (row === undefined || shared.has(key)) return []
    const isOwn = row.region_code === node.region_code && row.period === figure.period && !isOfMany
    return isOwn ? rowBranches(row, drawing) : [{ text: words.row(row), below: rowBranches(row, drawing) }]
  })
  const ranges = node.ranges.map((range) => ({ text: words.range(range), below: [] }))
  const children = node.children.map((child) => ({ text: words.node(child), below: below(child, drawing) }))
  return [...rows, ...ranges, ...children]
}

/** The cells of a row that the formula reads, in its order, and what was found on the row. */
function rowBranches(row: OriginRow, { figure, words }: Drawing): Branch[] {
  const cells = figure.formula.columns.flatMap((declared) => {
    const cell = row.cells.find(({ column }) => declared.dataset === row.dataset && declared.column === column)
    return cell === undefined ? [] : [{ text: words.cell(cell, declared, row), below: remarks(cell, words) }]
  })
  return [...cells, ...remarks({ remarks: row.remarks, value: null }, words)]
}

function remarks({ remarks: all, value }: Pick<OriginCell, 'remarks' | 'value'>, words: OriginWords): Branch[] {
  return all.flatMap((remark) => {
    const text = words.remark(remark, value)
    return text === null ? [] : [{ text, below: [] }]
  })
}

/** Branches with the lines that join them. */
function drawn(branches: readonly Branch[], indent = ''): string[] {
  return branches.flatMap((branch, index) => {
    const isLast = index === branches.length - 1
    return [
      `${indent}${isLast ? '└─ ' : '├─ '}${branch.text}`,
      ...drawn(branch.below, `${indent}${isLast ? '   ' : '│  '}`),
    ]
  })
}
