import { stringify } from 'csv-stringify/sync'
import iconv from 'iconv-lite'
import type { Form, FormCell } from './form.js'
import { gridOf } from './form-grid.js'
import { workbookBytes } from './form-workbook.js'
import { utf8 } from './sample-file.js'

/** How a county saves its returns. */
export type FormFormat = 'xlsx' | 'utf-8' | 'utf-8 with bom' | 'gb18030'

/** The extension of a format's files. */
export function extensionOf(format: FormFormat): 'xlsx' | 'csv' {
  return format === 'xlsx' ? 'xlsx' : 'csv'
}

/**
 * A form as a file.
 * @param saved the day in the workbook's properties (ISO); without it the writer would put in the present
 */
export async function formBytes(form: Form, format: FormFormat, saved: string): Promise<Uint8Array> {
  return format === 'xlsx'
    ? workbookBytes(form, saved)
    : textBytes(
        stringify(
          gridOf(form).rows.map(({ cells }) => cells.map(asText)),
          { record_delimiter: 'windows' },
        ),
        format,
      )
}

/** Text in one of the encodings that text files come in. */
export function textBytes(text: string, format: Exclude<FormFormat, 'xlsx'>): Uint8Array {
  if (format === 'gb18030') return iconv.encode(text, 'gb18030')
  return utf8(format === 'utf-8' ? text : `\uFEFF${text}`)
}

/** A day is saved as the spreadsheet showed it. */
function asText(cell: FormCell): string | number {
  return typeof cell === 'object' ? cell.day.replace(/-0?/g, '/') : cell
}
