import { XmlCursor } from './xml-cursor.js'
import { asUtf8 } from './xml-text.js'

/** What a number format makes of a stored number. */
export type Shown = 'number' | 'percent' | 'date'

/** Formats that have a number instead of a text: percent, and dates (27-36 and 50-58 are the Chinese ones). */
const percents = new Set([9, 10])
const isDateNumber = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** How each cell style of a workbook shows a number, by the style's position. */
export function readNumberFormats(styles: Buffer): Shown[] {
  const cursor = new XmlCursor(asUtf8(styles))
  const own = new Map<number, Shown>()
  const shown: Shown[] = []
  let inStyles = false
  for (let token = cursor.next(); token !== 'end'; token = cursor.next()) {
    if (cursor.name === 'cellXfs') inStyles = token === 'open'
    if (token !== 'open') continue
    if (cursor.name === 'numFmt')
      own.set(cursor.wholeAttribute('numFmtId') ?? -1, shownBy(cursor.attribute('formatCode') ?? ''))
    if (cursor.name === 'xf' && inStyles) {
      const id = cursor.wholeAttribute('numFmtId') ?? 0
      shown.push(own.get(id) ?? (percents.has(id) ? 'percent' : isDateNumber(id) ? 'date' : 'number'))
    }
  }
  return shown
}

/** What a written format shows. Quoted words, single signs behind a backslash and colours or conditions say nothing. */
export function shownBy(format: string): Shown {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '')
  if (bare.includes('%')) return 'percent'
  return /[ymdhs]/i.test(bare.replace(/general/gi, '')) ? 'date' : 'number'
}
