import { type Cell, type CellStyle, type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { monthsOf } from '../../domain/period.js'
import type { Limit, Template, TemplateCell, TemplateSheet } from '../template/template.js'
import { fontName, styleOf, tones } from './workbook-new-styles.js'

/** The bytes of a workbook to fill in. The same template gives the same bytes: no clock goes into them. */
export function writeTemplate({ title, sheets, stamp }: Template): Promise<Uint8Array> {
  const made = new Date(`${monthsOf(stamp.period ?? '2000-01').last}-01T00:00:00Z`)
  return writeXlsx({
    sheets: sheets.map(sheetOf),
    properties: { title, created: made, modified: made },
    defaultFont: { name: fontName, size: 11 },
    // Names are quoted here: a sheet may be called anything.
    namedRanges: sheets.flatMap(({ name, print }) => {
      const of = (range: string) => `'${name.replaceAll("'", "''")}'!${range}`
      if (print === null) return []
      return [
        { name: '_xlnm.Print_Area', range: of(print.area), scope: name },
        ...(print.repeated ? [{ name: '_xlnm.Print_Titles', range: of(print.repeated), scope: name }] : []),
      ]
    }),
  })
}

function sheetOf(sheet: TemplateSheet): WriteSheet {
  const { name, rows, widths, merges, frozen, print, hidden } = sheet
  const cells = new Map(rows.flatMap((row, index) => row.cells.map((cell) => [`${index},${cell.at}`, written(cell)])))
  // A merged cell is framed as far as it reaches.
  for (const { top, bottom, left, right } of merges) {
    const style = cells.get(`${top - 1},${left}`)?.style
    for (let row = top - 1; row < bottom; row++)
      for (let at = left; at <= right; at++)
        if (style && !cells.has(`${row},${at}`)) cells.set(`${row},${at}`, { value: null, style })
  }
  return {
    name,
    rows: rows.map(() => []),
    cells,
    columns: widths.map((width) => ({ width })),
    rowDefs: new Map(rows.flatMap(({ height }, index) => (height === null ? [] : [[index, { height }]]))),
    merges: merges.map(({ top, bottom, left, right }) => ({
      startRow: top - 1,
      endRow: bottom - 1,
      startCol: left,
      endCol: right,
    })),
    dataValidations: sheet.limits.map(validation),
    conditionalRules: sheet.highlights.map(({ range, condition, tone }, index) => ({
      type: 'expression',
      priority: index + 1,
      formula: condition,
      style: tones[tone],
      range,
    })),
    ...(frozen ? { freezePane: frozen } : {}),
    ...(hidden ? { veryHidden: true } : { view: { showGridLines: false } }),
    // No password: whoever has to may unlock it, and what comes back is checked all the same.
    protection: { sheet: true, formatColumns: true, formatRows: true },
    ...(print
      ? {
          pageSetup: {
            paperSize: 'a4',
            orientation: print.landscape ? 'landscape' : 'portrait',
            fitToPage: true,
            fitToWidth: 1,
            fitToHeight: 0,
            horizontalCentered: true,
            margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
          },
          headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
        }
      : {}),
  }
}

function written({ look, shown, value, formula }: TemplateCell): Partial<Cell> & { style?: CellStyle } {
  const style = styleOf(look, shown)
  return formula === undefined ? { value, style } : { value: null, formula, formulaResult: value, style }
}

function validation({ range, rule, heading, prompt, error }: Limit): DataValidation {
  const said = {
    range,
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    errorStyle: 'stop' as const,
    inputTitle: heading,
    inputMessage: prompt,
    errorTitle: '填写有误',
    errorMessage: error,
  }
  if (rule.kind === 'list') return { ...said, type: 'list', values: [...rule.choices] }
  const { kind, from, to } = rule
  // Whatever the bounds, what is typed must be of the kind: with none, from the least number there is.
  if (from !== null && to !== null)
    return { ...said, type: kind, operator: 'between', formula1: String(from), formula2: String(to) }
  if (to !== null) return { ...said, type: kind, operator: 'lessThanOrEqual', formula1: String(to) }
  return { ...said, type: kind, operator: 'greaterThanOrEqual', formula1: String(from ?? -999_999_999_999) }
}
