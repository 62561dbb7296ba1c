import type { CellStyle } from 'hucre/xlsx'
import type { Highlight, Look, Shown } from '../template/template.js'

/** A font that every Chinese system has, under its own name or a stand-in. */
export const fontName = '宋体'

const line = { style: 'thin', color: { rgb: '8C8C8C' } } as const
const frame = { top: line, right: line, bottom: line, left: line }
const solid = (rgb: string): NonNullable<CellStyle['fill']> => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { rgb },
  bgColor: { rgb },
})
type FontStyle = NonNullable<CellStyle['font']>
const grey = solid('F2F2F2')
const font = (size: number, more: FontStyle = {}): FontStyle => ({ name: fontName, size, ...more })
const quiet = { color: { rgb: '595959' } }

const formats: Partial<Record<Shown, string>> = {
  text: '@',
  count: '#,##0',
  amount: '#,##0.00',
  share: '0.0#%',
  date: 'yyyy-mm-dd',
}

const looks: Record<Look, CellStyle> = {
  title: { font: font(16, { bold: true }), alignment: { horizontal: 'center', vertical: 'center' } },
  line: { font: font(11), alignment: { horizontal: 'left', vertical: 'center' } },
  line_right: { font: font(11), alignment: { horizontal: 'right', vertical: 'center' } },
  hint: { font: font(9, quiet), alignment: { horizontal: 'left', vertical: 'center', wrapText: true } },
  heading: {
    font: font(10, { bold: true }),
    fill: grey,
    border: frame,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  reference_heading: {
    font: font(10, quiet),
    fill: grey,
    border: frame,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  place: {
    font: font(10),
    fill: grey,
    border: frame,
    alignment: { horizontal: 'left', indent: 1, vertical: 'center', shrinkToFit: true },
  },
  input: { font: font(11), border: frame, alignment: { vertical: 'center' }, protection: { locked: false } },
  remark: {
    font: font(9),
    border: frame,
    alignment: { vertical: 'center', wrapText: true },
    protection: { locked: false },
  },
  total: { font: font(10, { bold: true }), fill: grey, border: frame, alignment: { vertical: 'center' } },
  check: {
    font: font(9),
    fill: grey,
    border: frame,
    alignment: { horizontal: 'left', indent: 1, vertical: 'center', wrapText: true },
  },
  reference: { font: font(10, quiet), fill: grey, border: frame, alignment: { vertical: 'center' } },
  section: { font: font(12, { bold: true }), alignment: { vertical: 'center' } },
  note: { font: font(10), alignment: { vertical: 'center', wrapText: true } },
  bare: { font: font(10) },
}

/** The style of a cell that is for something and shows its value in some way. */
export function styleOf(look: Look, shown: Shown): CellStyle {
  const numFmt = formats[shown]
  const { alignment, ...style } = looks[look]
  return {
    ...style,
    ...(alignment ? { alignment: { ...alignment, ...placed(look, shown) } } : {}),
    ...(numFmt === undefined ? {} : { numFmt }),
  }
}

/** Choices stand in the middle, words in a cell of figures are wrapped; a figure that does not fit is made smaller, never ####. */
function placed(look: Look, shown: Shown): NonNullable<CellStyle['alignment']> {
  if (look === 'total' && shown === 'words') return { horizontal: 'left', indent: 1 }
  if (look !== 'total' && look !== 'input' && look !== 'reference') return {}
  return shown === 'choice' ? { horizontal: 'center' } : shown === 'words' ? { wrapText: true } : { shrinkToFit: true }
}

/** What a highlighted cell looks like: red for wrong, amber for unusual, pale yellow for still to be filled in. */
export const tones: Record<Highlight['tone'], CellStyle> = {
  wrong: { font: { color: { rgb: '9C0006' }, bold: true }, fill: solid('FFC7CE') },
  question: { font: { color: { rgb: '7F4F00' } }, fill: solid('FFDFA6') },
  open: { font: { color: { rgb: '6B5900' } }, fill: solid('FFF7CC') },
}
