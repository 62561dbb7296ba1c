import { html } from 'htl'
import type { QualityFile, QualityReturn } from '../../src/domain/quality-data.js'
import { withRemark } from './gap-table.js'
import { sayNumber } from './number.js'
import { sayShortDay } from './period.js'
import { sayFile } from './quality-words.js'
import { statusMark } from './status.js'
import { type TableColumn, table } from './table.js'
import type { View } from './view.js'

/** What stands in the number cells of each return: figures, and four kinds of nothing, counted apart. */
export function nothingTable(returns: readonly QualityReturn[], view: View): HTMLElement {
  const kinds = ['figure', 'zero', 'blank', 'not_applicable', 'withheld'] as const
  const element = table<QualityReturn>(
    view.say('quality.nothing'),
    [
      { head: view.say('head.return'), cell: ({ title }) => view.pick(title) },
      { head: view.say('head.rows'), number: true, cell: ({ rows }) => sayNumber(view.lang, rows) },
      ...kinds.map(
        (kind): TableColumn<QualityReturn> => ({
          head: view.say(`head.${kind}`),
          number: true,
          cell: ({ cells }) => sayNumber(view.lang, cells[kind]),
        }),
      ),
    ],
    returns,
  )
  element.classList.add('long-names')
  return element
}

/** Every file about the month: when it came, what became of it, its rows and what is to be done about it. */
export function fileTable(files: readonly QualityFile[], view: View): HTMLElement {
  // Nothing to be done is a dot, so that what is to be done stands out.
  const number = (head: string, of: (file: QualityFile) => number): TableColumn<QualityFile> => ({
    head,
    number: true,
    cell: (file) => (of(file) === 0 ? view.say('zero') : sayNumber(view.lang, of(file))),
  })
  const element = table<QualityFile>(
    view.say('quality.files', { count: files.length }),
    [
      { head: view.say('head.region'), cell: (file) => sayFile(file, view).unit },
      {
        head: view.say('head.state'),
        cell: (file) =>
          html`<span class="nowrap">${statusMark(view.lang, file.verdict)}${
            file.is_superseded ? html`<small class="remark">${view.say('quality.superseded')}</small>` : null
          }</span>`,
      },
      {
        head: view.say('head.received'),
        cell: (file) => html`<span class="nowrap">${sayShortDay(view.lang, file.received_on)}</span>`,
      },
      number(view.say('head.rows_in'), ({ rows }) => rows.in),
      number(view.say('head.rows_loaded'), ({ rows }) => rows.loaded),
      number(view.say('head.rows_rejected'), ({ rows }) => rows.rejected),
      number(view.say('head.to_correct'), ({ to_correct }) => to_correct),
      number(view.say('head.to_explain'), ({ to_explain }) => to_explain),
      number(view.say('head.explained'), ({ explained }) => explained),
      { head: view.say('head.return'), cell: (file) => withRemark(sayFile(file, view).title, file.file_name) },
    ],
    files,
  )
  element.classList.add('file-table')
  return element
}
