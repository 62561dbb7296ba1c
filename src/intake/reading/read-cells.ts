import { stampSheet } from '../../domain/stamp.js'
import { limits } from './limits.js'
import { readNumberFormats } from './number-formats.js'
import { ReadingProblem } from './problem.js'
import { readSheet } from './read-sheet.js'
import { readSharedStrings } from './shared-strings.js'
import type { WorkbookCells } from './sheet-cells.js'
import { unpackEntry } from './unpack-entry.js'
import { findParts } from './workbook-parts.js'
import type { ZipEntry } from './zip-directory.js'

/**
 * The cells of a workbook whose directory was found in order: of the sheets that a person sees, and of our own hidden one. One
 * part is unpacked at a time, and nothing that is not needed (pictures, charts, other hidden sheets). Throws a `ReadingProblem`.
 */
export function readCells(bytes: Buffer, directory: ReadonlyMap<string, ZipEntry>): WorkbookCells {
  const read = (path: string) => {
    const entry = directory.get(path)
    return entry === undefined ? null : unpackEntry(bytes, entry)
  }
  const parts = findParts(read)
  if (parts === null) throw new ReadingProblem('unreadable_workbook')
  const wanted = parts.sheets.filter(({ hidden, name }) => !hidden || name === stampSheet)
  if (wanted.length > limits.sheets)
    throw new ReadingProblem('too_many_sheets', { count: wanted.length, limit: limits.sheets })
  const styles = parts.styles === null ? null : read(parts.styles)
  const formats = styles === null ? [] : readNumberFormats(styles)
  const strings = parts.texts === null ? null : read(parts.texts)
  const texts = strings === null ? [] : readSharedStrings(strings)
  const context = { texts, formats, from1904: parts.from1904, left: { cells: limits.cells } }
  const sheets = wanted.map(({ name, path }) => {
    const sheet = read(path)
    if (sheet === null) throw new ReadingProblem('damaged_part')
    return readSheet(name, sheet, context)
  })
  return { sheets, texts }
}
