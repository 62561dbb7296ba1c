import { shortNameOf } from '../counties.js'
import type { Form, FormCell, FormLine } from '../form.js'
import { serialOf } from '../form-workbook.js'
import type { Habit } from './habit.js'

/** How the day of filling in is written: in words, as a date that the workbook knows, or as its bare serial number. */
export type DayWritten = 'words' | 'date' | 'serial'

/** Particulars of persons are asked for on every form; this city leaves them out. */
const leftOut = '（略）'

function dayCell({ filled_on }: Form, written: DayWritten): FormCell {
  if (written === 'date') return { day: filled_on }
  if (written === 'serial') return serialOf(filled_on)
  const [year, month, day] = filled_on.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** A label with its day behind it, or in the cell beside it where the day is a number. */
function dayLine(label: string, form: Form, written: DayWritten): FormCell[] {
  const cell = dayCell(form, written)
  return typeof cell === 'string' ? [`${label}${cell}`] : [label, cell]
}

/** The form with every text on its lines changed by a function. */
function withLines(form: Form, change: (text: string) => string): Form {
  const changed = (line: FormLine) =>
    line.map(({ at, cells }) => ({ at, cells: cells.map((cell) => (typeof cell === 'string' ? change(cell) : cell)) }))
  return { ...form, lines: form.lines.map(changed) }
}

/** The line of 填报单位, 填报人, 联系电话 and 填报日期, and under it the corner with the unit of measure. */
export function fullLines(written: DayWritten): Habit {
  return (form) => {
    const [usual = []] = form.lines
    const line = [
      { at: 0, cells: [`填报单位（盖章）：${form.county}`] },
      { at: 0.35, cells: [`填报人：${leftOut}`] },
      { at: 0.6, cells: ['联系电话：'] },
      { at: 1, cells: dayLine('填报日期：', form, written) },
    ]
    return { ...form, lines: [line, usual.filter(({ at }) => at === 1)] }
  }
}

/** 填报单位 and 填报日期 on lines of their own, each label beside its value. */
export function labelsBeside(written: DayWritten): Habit {
  return (form) => {
    const [usual = []] = form.lines
    const unit = { at: 0, cells: ['填报单位', form.county] }
    const day = { at: 0, cells: ['填报日期', dayCell(form, written)] }
    return { ...form, lines: [[unit, ...usual.filter(({ at }) => at === 1)], [day]] }
  }
}

/** The county by its short name, 双岘 for 双岘县, wherever the form names it. */
export function underShortName(): Habit {
  return (form) => {
    const short = (text: string) => text.replaceAll(form.county, shortNameOf(form.county))
    return { ...withLines(form, short), county: short(form.county), title: short(form.title) }
  }
}

/** The office that sends it: 中共望岭县委组织部. */
export function byItsOffice(): Habit {
  return (form) => withLines(form, (text) => text.replace(form.county, `中共${form.county}委组织部`))
}

/** What is counted in, as this county writes it. */
export function measuredIn(units: string): Habit {
  return (form) => withLines(form, (text) => (text.startsWith('单位：') ? `单位：${units}` : text))
}

/** The city's own title on the county's form, as it was sent round. */
export function cityTitle(city: string): Habit {
  return (form) => ({ ...form, title: form.title.replace(form.county, city) })
}

/** 附件 and its number over the title. */
export function preface(text: string): Habit {
  return (form) => ({ ...form, preface: text })
}

/** Signatures under the table, left open. */
export function signatures(written: DayWritten): Habit {
  return (form) => {
    const line = [
      { at: 0, cells: [`单位负责人：${leftOut}`] },
      { at: 0.35, cells: [`统计负责人：${leftOut}`] },
      { at: 0.65, cells: [`填表人：${leftOut}`] },
      { at: 1, cells: dayLine('报出日期：', form, written) },
    ]
    return { ...form, below: [...form.below, line] }
  }
}

/** Sentences under the table, each on a line. */
export function notes(...texts: readonly string[]): Habit {
  return (form) => ({ ...form, below: [...form.below, ...texts.map((text) => [{ at: 0, cells: [text] }])] })
}
