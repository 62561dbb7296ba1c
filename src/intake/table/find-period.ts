import { type Frequency, frequencyOf, isPeriod, type Period } from '../../domain/period.js'
import { plain, tight } from '../plain-text.js'
import type { Cell } from '../reading/grid.js'

const year = '(?<!\\d)((?:19|20)\\d\\d)'
/** Most particular first, so that the year of `2026年10月` is not taken for an annual period. */
const forms = new RegExp(
  [
    `${year}\\s*年\\s*(\\d{1,2})\\s*[-~—至到]\\s*(\\d{1,2})\\s*月`, //  1-3: several months
    `${year}\\s*年\\s*(\\d{1,2})\\s*月`, //                             4-5: 2026年10月, and the day of it if one follows
    `${year}\\s*年?\\s*第?\\s*([一二三四1-4])\\s*季度?`, //              6-7
    `${year}\\s*[-年]?\\s*[Qq]([1-4])(?!\\d)`, //                       8-9
    `${year}([-./])\\d{1,2}\\11\\d{1,2}(?!\\d)`, //                     10-11: a day
    `${year}\\d{4}(?!\\d)`, //                                          12: a day
    `${year}[-./_](\\d{1,2})(?!\\d)`, //                                13-14
    `${year}(0[1-9]|1[0-2])(?!\\d)`, //                                 15-16
    `${year}\\s*年?度?(?!\\d)`, //                                      17
  ].join('|'),
  'g',
)

/** Every period that a text names, each once, in order. Whole days are not periods. */
export function periodsIn(text: string): Period[] {
  const found = new Set<Period>()
  for (const match of arabic(plain(text)).matchAll(forms)) {
    const [, y1, from, to, y2, month, y3, quarter, y4, q, , , , y6, month2, y7, month3, y8] = match
    const candidates = [
      y1 && from === '1' && to === '12' && y1,
      y2 && `${y2}-${month?.padStart(2, '0')}`,
      y3 && quarter && `${y3}-Q${'一二三四'.indexOf(quarter) + 1 || quarter}`,
      y4 && `${y4}-Q${q}`,
      y6 && `${y6}-${month2?.padStart(2, '0')}`,
      y7 && `${y7}-${month3}`,
      y8,
    ]
    for (const candidate of candidates) if (candidate && isPeriod(candidate)) found.add(candidate)
  }
  return [...found]
}

/** The period that a cell of the column 报告期 names, in the frequency asked for when it can be read so; null when it names none. */
export function readPeriod(cell: Cell, frequency: Frequency): Period | null {
  if (cell.value instanceof Date) return frequency === 'M' ? (cell.value.toISOString().slice(0, 7) as Period) : null
  const text = tight(cell.text)
  if (isPeriod(text)) return text
  // 2026.1 may be October with its zero lost, as spreadsheets lose it.
  if (/^\d{4}\.1$/.test(text)) return null
  const day = /^(\d{4})([-/.])(\d{1,2})\2\d{1,2}$/.exec(text)
  const [found, ...more] = day ? periodsIn(`${day[1]}-${day[3]}`) : periodsIn(text)
  return found !== undefined && more.length === 0 ? found : null
}

/** Those of the frequency asked for. */
export function ofFrequency(periods: readonly Period[], frequency: Frequency): Period[] {
  return periods.filter((period) => frequencyOf(period) === frequency)
}

/** 二〇二六年十月 as 2026年10月. */
function arabic(text: string): string {
  return text
    .replace(/[〇零○一二三四五六七八九]{4}(?=年)/g, (digits) => [...digits].map(digitOf).join(''))
    .replace(/(?<=年)(十[一二]|[一二三四五六七八九十])(?=月)/g, (month) =>
      String(month.length === 2 ? 10 + digitOf(month[1] as string) : month === '十' ? 10 : digitOf(month)),
    )
}

function digitOf(sign: string): number {
  return sign === '零' || sign === '○' ? 0 : '〇一二三四五六七八九'.indexOf(sign)
}
