import type { FigureParts } from '../figure.js'
import type { FileView, Taken } from '../tools.js'
import { aboutOf, fileName } from './about.js'
import { alertColumns } from './alert-columns.js'
import { figureColumns } from './figure-columns.js'
import { pictureOf } from './picture.js'
import { pngOf } from './picture-png.js'
import { say } from './say.js'
import { type Sheet, sheetOf, sheetOfTable, shownSheet } from './sheet.js'
import { tableDrawing } from './table-drawing.js'
import { trendColumns } from './trend-columns.js'

/** What a chart or table gives away; a table alone has no unit of its own. */
export type Given = Omit<FigureParts, 'unit'> & { unit?: string }

/** Makes a file of a chart or table and hands it to the reader; gives what came of it, in words. */
export async function takeAway(kind: Taken, given: Given, view: FileView): Promise<string> {
  if (kind !== 'copy') return saved(view, given, kind, await contentOf(kind, given, view))
  const png = contentOf('png', given, view)
  try {
    // The promise itself: a browser allows the clipboard only at once after the click. A page without https has none.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
    return say(view, 'tools.copied')
  } catch {
    saved(view, given, 'png', await png)
    return say(view, 'tools.not_allowed')
  }
}

async function contentOf(kind: Exclude<Taken, 'copy'>, given: Given, view: FileView): Promise<Blob> {
  if (kind === 'csv') {
    const { csvOf } = await import('./csv-file.js')
    return new Blob([csvOf(sheetFor(given, view))], { type: 'text/csv' })
  }
  if (kind === 'xlsx') {
    const { workbookOf } = await import('./workbook-file.js')
    const data = { name: say(view, 'about.data'), sheet: sheetFor(given, view) }
    const about = { name: say(view, 'about.sheet'), lines: aboutOf(given, view) }
    const bytes = await workbookOf(data, about, view.site.as_of)
    return new Blob([bytes as BlobPart], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
  }
  const { drawing } = given
  const chart = drawing.matches('svg.chart') ? drawing : drawing.querySelector(':scope > svg.chart')
  const key = drawing.querySelectorAll('.key li')
  const picture = pictureOf(
    {
      ...given,
      drawing:
        chart instanceof SVGSVGElement ? chart : tableDrawing(shownSheet(view.partsOfTable(drawing)), view.textWidth),
      key,
    },
    view,
  )
  return kind === 'svg' ? new Blob([picture.text], { type: 'image/svg+xml' }) : pngOf(picture)
}

/** The figures of a chart or table, every value by itself. */
export function sheetFor({ lines, subject, table, drawing }: Given, view: FileView): Sheet {
  const { figures, alerts, trend, remarks } = lines ?? {}
  if (figures) return sheetOf(figureColumns(view, subject.indicator, remarks), figures)
  if (alerts) return sheetOf(alertColumns(view), alerts)
  if (trend && subject.indicator)
    return sheetOf(trendColumns(view, subject.indicator, trend, remarks), [...trend.periods.keys()])
  return sheetOfTable(view.partsOfTable(table?.() ?? drawing))
}

/** Hands a file to the reader under a name that says what it is. */
function saved(view: FileView, given: Given, kind: string, content: Blob): string {
  const name = `${fileName(given, view)}.${kind}`
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // Browsers read it a little later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return say(view, 'tools.saved', { name })
}
