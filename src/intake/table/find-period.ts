import { type Frequency, frequencyOf, isPeriod, type Period } from '../../domain/period.js'
import { plain, tight } from '../plain-text.js'
import type { Cell } from '../reading/grid.js'

const year = '(?<!\\d)((?:19|20)\\d\\d)'
/** What stands for a period, and what it reads as; a day reads as none. Most particular first: 2026年10月 is not the year 2026. */
const forms: readonly [RegExp, (year: string, ...parts: (string | undefined)[]) => string | null][] = [
  [
    form(`${year}\\s*年\\s*(\\d{1,2})\\s*[-~—至到]\\s*(\\d{1,2})\\s*月`),
    (y, from, to) => (from === '1' && to === '12' ? y : null),
  ],
  // 截至10月31日: the figures are of that month. On any other day something else happened.
  [
    form(`${year}\\s*年\\s*(\\d{1,2})\\s*月(?:\\s*(\\d{1,2})\\s*[日号])?`),
    (y, month = '', day) => (endsMonth(y, month, day) ? `${y}-${two(month)}` : null),
  ],
  [
    form(`${year}\\s*年?\\s*第?\\s*([一二三四1-4])\\s*季度?`),
    (y, quarter = '') => `${y}-Q${'一二三四'.indexOf(quarter) + 1 || quarter}`,
  ],
  [form(`${year}\\s*[-年]?\\s*[Qq]([1-4])(?!\\d)`), (y, quarter) => `${y}-Q${quarter}`],
  [form(`${year}([-./])\\d{1,2}\\2\\d{1,2}(?!\\d)`), () => null],
  [form(`${year}\\d{4}(?!\\d)`), () => null],
  [form(`${year}[-./_](\\d{1,2})(?!\\d)`), (y, month = '') => `${y}-${two(month)}`],
  [form(`${year}(0[1-9]|1[0-2])(?!\\d)`), (y, month) => `${y}-${month}`],
  [form(`${year}\\s*年?度?(?!\\d)`), (y) => y],
]

function form(source: string): RegExp {
  return new RegExp(source, 'y')
}

function two(digits: string): string {
  return digits.padStart(2, '0')
}

function endsMonth(y: string, month: string, day: string | undefined): boolean {
  return day === undefined || Number(day) === new Date(Date.UTC(Number(y), Number(month), 0)).getUTCDate()
}

/** Every period that a text names, each once, in order. Days are not periods, but for the last one of a month. */
export function periodsIn(text: string): Period[] {
  const found = new Set<Period>()
  const digits = arabic(plain(text))
  for (let at = digits.search(/\d/); at >= 0 && at < digits.length; ) {
    const next = formAt(digits, at)
    if (next?.period && isPeriod(next.period)) found.add(next.period)
    at = next?.end ?? at + 1
  }
  return [...found]
}

/** The first form that stands at a place of the text, what it reads as, and where it ends. */
function formAt(text: string, at: number): { period: string | null; end: number } | null {
  if (!/[12]/.test(text[at] ?? '')) return null
  for (const [pattern, read] of forms) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) return { period: read(match[1] as string, ...match.slice(2)), end: pattern.lastIndex }
  }
  return null
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
