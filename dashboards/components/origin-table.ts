import { html } from 'htl'
import type {
  FigureOrigin,
  OriginColumn,
  OriginNode,
  OriginRow,
  RegionOrigins,
} from '../../src/domain/figure-origin.js'
import { sayValue } from './number.js'
import { originCell, sayCell } from './origin-cell.js'
import type { OriginPlaces } from './origin-places.js'
import { type TableColumn, table } from './table.js'
import type { View } from './view.js'

/** A unit or a region in the sum, with the names of earlier regions that it belonged to; `total` is the sum itself. */
interface Line {
  node: OriginNode
  above: string[]
  rows: OriginRow[]
  isTotal: boolean
}

/** The units that a figure is the sum of, each with its figures and their cells, numerator, denominator and result. */
export function originTable(
  origin: FigureOrigin,
  data: RegionOrigins,
  shared: ReadonlySet<string>,
  places: OriginPlaces,
  view: View,
): HTMLElement {
  const { region, formula } = origin
  const indicator = view.indicator(origin.indicator_id)
  const lines = [...linesOf(region, [], data), { node: region, above: [], rows: [], isTotal: true }]
  const isOpen = lines.some(({ rows }) => rows.length > 0)
  const common = new Set([...shared].flatMap((key) => data.rows[key]?.dataset ?? []))
  const columns = formula.terms.flatMap(({ name, columns: positions, year_before }): TableColumn<Line>[] => {
    if (name === 'value') return []
    const at = (wanted: readonly number[]) =>
      wanted
        .flatMap((position) => formula.columns[position] ?? [])
        .filter(({ dataset }) => isOpen && !common.has(dataset))
    const own = at(positions)
    const [only] = own
    return only !== undefined && isColumn(origin, name)
      ? [partColumn(name, only, view)]
      : [
          ...own.map((column) => figureColumn(column, view)),
          ...at(year_before).map((column) => yearBeforeColumn(column, origin, view)),
          partColumn(name, null, view),
        ]
  })
  return table(
    view.say('origin.open.of', { name: view.pick(indicator.name) }),
    [
      { head: view.say('head.region'), cell: (line) => nameOf(line, view) },
      ...(isOpen
        ? []
        : [
            {
              head: view.say('origin.counted'),
              number: true,
              cell: ({ node }: Line) => view.say('origin.of', { counted: node.counted, units: node.units }),
            },
          ]),
      ...columns,
      {
        head: view.say('origin.rate'),
        number: true,
        cell: ({ node }) => (node.value === null ? view.say('dash') : sayValue(view.lang, indicator, node.value)),
      },
      { head: view.say('origin.place'), cell: (line) => placeOf(line, shared, places, view) },
    ],
    lines,
  )
}

/** The regions at the ends of the branches, in order. */
function linesOf(node: OriginNode, above: string[], data: RegionOrigins): Line[] {
  if (node.children.length === 0) {
    const rows = node.rows.flatMap((key) => data.rows[key] ?? [])
    return [{ node, above, rows, isTotal: false }]
  }
  return node.children.flatMap((child) => linesOf(child, child.change ? [...above, child.region_name] : above, data))
}

/** True when a part of the formula is one column as it stands, not worked out from it. */
function isColumn({ formula }: FigureOrigin, name: string): boolean {
  const term = formula.terms.find((one) => one.name === name)
  const [only = -1] = term?.columns ?? []
  return term?.sql === formula.columns[only]?.column
}

/** A column of the return that a part is made of. */
function figureColumn(column: OriginColumn, view: View): TableColumn<Line> {
  return {
    head: view.pick(column.header),
    number: true,
    cell: ({ rows, isTotal }) => (isTotal ? null : originCell(cellOf(rows, column), view)),
  }
}

/** The same column in the return of a year before; of a unit that was several then, their sum, whose cells stand in the last column. */
function yearBeforeColumn(
  { dataset, column, header }: OriginColumn,
  { period }: FigureOrigin,
  view: View,
): TableColumn<Line> {
  return {
    head: view.say('origin.year_before', { name: view.pick(header) }),
    number: true,
    cell: ({ rows, isTotal }) => {
      if (isTotal) return null
      const earlier = rows.filter((row) => row.dataset === dataset && row.period !== period)
      const cells = earlier.flatMap((row) => row.cells.filter((cell) => cell.column === column))
      if (cells.length < 2) return originCell(cells[0], view)
      return sayCell(
        view,
        cells.reduce((all, { value }) => all + Number(value), 0),
      )
    },
  }
}

/** Numerator or denominator; with its cells where it is a column as it stands. */
function partColumn(name: 'numerator' | 'denominator', column: OriginColumn | null, view: View): TableColumn<Line> {
  const head = view.say(`head.${name}`)
  return {
    head: column === null ? head : `${head}${view.say('colon')}${view.pick(column.header)}`,
    number: true,
    cell: ({ node, rows, isTotal }) => {
      if (column !== null && !isTotal) return originCell(cellOf(rows, column), view)
      const sum = node[name] === null ? view.say('dash') : sayCell(view, node[name])
      return column === null ? sum : html`${sum} <small class="cell-place"></small>`
    },
  }
}

function cellOf(rows: readonly OriginRow[], { dataset, column }: OriginColumn) {
  return rows.find((row) => row.dataset === dataset)?.cells.find((cell) => cell.column === column)
}

function nameOf({ node, above, isTotal }: Line, view: View): string | Node {
  if (isTotal) return html`<b>${view.say('origin.total')}</b>`
  const { share } = node
  const part = share === null || share === 1 ? [] : [view.say('origin.share', { share: Math.round(share * 1e4) / 100 })]
  return [...above.filter((name) => name !== node.region_name), node.region_name, ...part].join(' ')
}

function placeOf({ node, rows, isTotal }: Line, shared: ReadonlySet<string>, places: OriginPlaces, view: View) {
  if (isTotal) return ''
  const own = rows.filter((_, index) => !shared.has(node.rows[index] ?? '')).map((row) => places.row(row))
  const ranges = node.ranges.map((range) => places.range(range))
  const state = node.state === null || node.state === 'counted' ? [] : [view.say(`origin.state.${node.state}`)]
  const file = node.submission_id === null ? [] : [places.number(node.submission_id)]
  return [...own, ...ranges, ...state, ...file].join(view.say('semicolon'))
}
