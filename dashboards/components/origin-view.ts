import { html } from 'htl'
import type { FigureOrigin, OriginNode, OriginRow, OriginTerm, RegionOrigins } from '../../src/domain/figure-origin.js'
import { sayLine, sayValue } from './number.js'
import { originCell, sayCell } from './origin-cell.js'
import { originNotes } from './origin-notes.js'
import { OriginPlaces } from './origin-places.js'
import { originTable } from './origin-table.js'
import { sayDay, sayPeriod } from './period.js'
import { statusMark } from './status.js'
import { table } from './table.js'
import type { View } from './view.js'
import { sayScope } from './words.js'

/** Where one figure comes from: its formula in words, the units that it is the sum of with their cells, remarks and files. */
export function originView(origin: FigureOrigin, data: RegionOrigins, view: View): HTMLElement {
  const { region, formula } = origin
  const indicator = view.indicator(origin.indicator_id)
  const places = new OriginPlaces(data, view)
  const isDirect = formula.terms.some(({ name }) => name === 'value')
  const rows = rowsBelow(region, data)
  const shared = sharedRows(region, data, formula.columns[0]?.dataset)
  const grain = view.say(`level.${indicator.grain}`)
  const words = {
    region: region.region_name,
    name: view.pick(indicator.name),
    period: sayPeriod(view.lang, origin.period),
  }
  const body = isDirect
    ? middle(rows, origin, places, view)
    : (allMissing(region, view) ?? originTable(origin, data, shared, places, view))
  const common = [...shared].flatMap((key) => sharedNotes(data.rows[key], origin, places, view))
  const notes = originNotes(rows, formula.columns, places, view)
  return html`<div>
    <h3 tabindex="-1">${view.say('origin.title', words)}</h3>
    ${isDirect ? null : html`<p class="origin-sum">${region.numerator === null ? view.say('status.not_reported') : quotient(origin, view)}</p>`}
    <dl>${formula.terms.map((term) => html`<div><dt>${termName(term, origin, view)}</dt><dd>${view.pick(term.meaning)}${term.words ? html`<small>${view.say('origin.columns', { words: view.pick(term.words) })}</small>` : null}</dd></div>`)}</dl>
    ${[...changesIn(region), ...line(origin, view)].map((note) => html`<p class="note">${note}</p>`)}
    ${files(places, view)}
    <p>${view.say(formula.columns.length === 0 ? 'origin.lines' : isDirect ? 'origin.middle' : 'origin.sum', { count: region.units, counted: region.counted, unit: grain })}</p>
    ${common}
    ${body}
    ${notes}
    ${deeper(origin, view)}
  </div>`
}

/** What became of the units when none of them counts, and for one reason: a table of them would say nothing more. */
function allMissing(node: OriginNode, view: View): HTMLElement | null {
  const units = (one: OriginNode): OriginNode[] => (one.children.length === 0 ? [one] : one.children.flatMap(units))
  const all = units(node)
  const state = all[0]?.state ?? null
  if (state === null || state === 'counted' || all.some((unit) => unit.state !== state || unit.rows.length > 0))
    return null
  return html`<p class="empty">${view.say(`origin.state.${state}`)}</p>`
}

/** The files, once everything that speaks of them is written. */
function files(places: OriginPlaces, view: View): HTMLElement {
  return html`<ul class="origin-files">${places.files().map(({ number, file }) => {
    const received = view.say('origin.file', { name: file.file_name, day: sayDay(view.lang, file.received_on) })
    const rejected = file.rows_rejected > 0 ? view.say('origin.file.rejected', { count: file.rows_rejected }) : null
    return html`<li>${number} ${received} ${statusMark(view.lang, file.verdict)} ${rejected}</li>`
  })}</ul>`
}

/** `85.8% = 422 ÷ 492 × 100` */
function quotient({ indicator_id, value, region, formula }: FigureOrigin, view: View): string {
  return view.say('origin.quotient', {
    value: value === null ? view.say('dash') : sayValue(view.lang, view.indicator(indicator_id), value),
    numerator: sayPart(region.numerator, view),
    denominator: sayPart(region.denominator, view),
    scale: formula.scale === 1 ? '' : view.say('origin.scale', { scale: formula.scale }),
  })
}

function termName({ name }: OriginTerm, { region }: FigureOrigin, view: View): string {
  if (name === 'value') return view.say('origin.value')
  return view.say(`origin.${name}`, { value: sayPart(region[name], view) })
}

function sayPart(value: number | null, view: View): string {
  return value === null ? view.say('dash') : sayCell(view, value)
}

function line({ indicator_id, line: held }: FigureOrigin, view: View): string[] {
  if (held === null || held.warning === null) return []
  const value = sayLine(view.lang, view.indicator(indicator_id), held.warning)
  const from = sayPeriod(view.lang, held.valid_from)
  return [view.say('origin.line', { value, scope: sayScope(view, held.scope), from, basis: held.basis })]
}

/** The boundary changes by which earlier regions count towards this one, each once. */
function changesIn(node: OriginNode): string[] {
  return [
    ...new Set(node.children.flatMap(({ change }) => (change === null || change.note === '' ? [] : [change.note]))),
  ]
}

function rowsBelow(node: OriginNode, data: RegionOrigins): OriginRow[] {
  const keys = (one: OriginNode): string[] => [...one.rows, ...one.children.flatMap(keys)]
  return [...new Set(keys(node))].flatMap((key) => data.rows[key] ?? [])
}

/** Rows of other returns (a county's, say) that all units with rows have in common: said once, not in every line. */
function sharedRows(node: OriginNode, data: RegionOrigins, own: string | undefined): Set<string> {
  const units = (one: OriginNode): OriginNode[] => (one.children.length === 0 ? [one] : one.children.flatMap(units))
  const filled = units(node).filter(({ rows }) => rows.length > 0)
  const [first] = filled
  if (first === undefined) return new Set()
  return new Set(
    first.rows.filter((key) => data.rows[key]?.dataset !== own && filled.every(({ rows }) => rows.includes(key))),
  )
}

function sharedNotes(row: OriginRow | undefined, origin: FigureOrigin, places: OriginPlaces, view: View): Node[] {
  if (row === undefined) return []
  const unit = view.say(`level.${view.indicator(origin.indicator_id).grain}`)
  return row.cells.flatMap((cell) => {
    const column = origin.formula.columns.find((one) => one.dataset === row.dataset && one.column === cell.column)
    if (column === undefined) return []
    const name = view.pick(column.header)
    const value = `${sayCell(view, cell.value)}${column.unit ? ` ${view.pick(column.unit)}` : ''}`
    const place = places.cell(row.submission_id, row.sheet, cell.cell)
    const period = sayPeriod(view.lang, row.period)
    return html`<p class="note">${view.say('origin.shared', { unit, name, value, region: row.region_name, period, place })}</p>`
  })
}

/** The rows in the middle, for a figure that is no sum. */
function middle(rows: readonly OriginRow[], origin: FigureOrigin, places: OriginPlaces, view: View): HTMLElement {
  const column = origin.formula.columns[0]
  return table(
    view.say('origin.open.of', { name: view.pick(view.indicator(origin.indicator_id).name) }),
    [
      { head: view.say('head.region'), cell: (row: OriginRow) => row.region_name },
      {
        head: column ? view.pick(column.header) : view.say('head.value'),
        number: true,
        cell: (row) =>
          originCell(
            row.cells.find((cell) => cell.column === column?.column),
            view,
          ),
      },
      { head: view.say('origin.place'), cell: (row) => places.row(row) },
    ],
    rows,
  )
}

/** How to see every single row where the page ends above them. */
function deeper({ indicator_id, period, region }: FigureOrigin, view: View) {
  const township = region.children.find(({ ranges }) => ranges.length > 0)
  if (township === undefined) return null
  return html`<p class="note">${view.say('origin.deeper')}<code>jiceng explain ${indicator_id} ${township.region_code} ${period}</code></p>`
}
