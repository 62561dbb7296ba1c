import { html } from 'htl'
import type { View } from './view.js'

/** One column of a table: its head, what stands in a row, and whether it is a number (set right, in even figures). */
export interface TableColumn<Row> {
  head: string | Node
  cell(row: Row): string | Node | null
  number?: boolean
  /** The value itself and its unit, for files; where they are not told, the words of the cell. */
  value?(row: Row): number | string | null
  unit?: string
}

/** What a table was made of. */
export interface TableParts<Row> {
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
}

const made = new WeakMap<Element, TableParts<unknown>>()

/** What the table in an element, or the element itself, was made of. */
export function partsOfTable(element: Element): TableParts<unknown> {
  return made.get(element) ?? made.get(element.querySelector('.scroll') ?? element) ?? { columns: [], rows: [] }
}

/**
 * A table in a container of its own that scrolls sideways, so that the page never does. The first column names the row and
 * stays in sight.
 */
export function table<Row>(caption: string, columns: TableColumn<Row>[], rows: readonly Row[]): HTMLElement {
  const align = (column: TableColumn<Row>) => (column.number ? 'number' : '')
  const element = html`<div class="scroll" role="group" tabindex="0" aria-label=${caption}>
    <table>
      <caption class="unseen">${caption}</caption>
      <thead><tr>${columns.map((column) => html`<th scope="col" class=${align(column)}>${column.head}</th>`)}</tr></thead>
      <tbody>${rows.map(
        (row) =>
          html`<tr>${columns.map((column, index) =>
            index === 0
              ? html`<th scope="row">${column.cell(row)}</th>`
              : html`<td class=${align(column)} data-head=${typeof column.head === 'string' ? column.head : null}>${column.cell(row)}</td>`,
          )}</tr>`,
      )}</tbody>
    </table>
  </div>`
  made.set(element, { columns, rows })
  return element
}

/** A table behind the word “表格”, built when it is first opened: most readers never do, and it may be large. */
export function tableView(view: View, build: () => Node): HTMLElement {
  const details = unfolding(view.say('figure.table'), build)
  details.classList.add('table-view')
  return details
}

/** What most readers do not need, behind a few words: built when it is first opened. */
export function unfolding(summary: string, build: () => Node): HTMLElement {
  const details = html`<details><summary>${summary}</summary></details>`
  details.addEventListener('toggle', () => details.append(build()), { once: true })
  return details
}
