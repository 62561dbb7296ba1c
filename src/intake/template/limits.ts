import type { Column } from '../../domain/column.js'
import { rangeOf, type TemplateColumns } from './columns.js'
import type { Limit } from './template.js'

/** The days that a date cell takes, as a spreadsheet counts them: 1954 to 2119, as intake reads them. */
export const [firstDay, lastDay] = [20_000, 79_999]

/** What a cell of the column takes, in words: `不小于 0 的整数`; null when anything goes. */
export function limitText({ kind, min, max, codes }: Column): string | null {
  const bounds = (unit: string) =>
    [min === null ? '' : `不小于 ${min}${unit}`, max === null ? '' : `不大于 ${max}${unit}`]
      .filter((part) => part !== '')
      .join('、')
  const of = (noun: string, unit = '') => (bounds(unit) === '' ? noun : `${bounds(unit)} 的${noun}`)
  switch (kind) {
    case 'count':
      return of('整数')
    case 'amount':
      return `${of('数字')}，最多两位小数`
    case 'share':
      return `${of('百分比', '%')}，如 78%`
    case 'code':
      return Object.keys(codes).join('或')
    case 'date':
      return '日期，如 2026-10-15'
    case 'text':
      return null
  }
}

/** The limits of every column that has any, over the rows to fill in. */
export function limitsOf(columns: TemplateColumns, first: number, last: number): Limit[] {
  return columns.measures.flatMap(({ at, column }) => {
    const text = limitText(column)
    if (text === null) return []
    const unit = column.unit && column.kind !== 'share' ? `，单位：${column.unit.zh}` : ''
    return {
      range: rangeOf(at, first, last),
      rule: ruleOf(column),
      heading: column.header.zh.slice(0, 32),
      prompt: `请填${text}${unit}${column.required ? '' : '。没有数据的可以不填'}`,
      error: `这里只能填${text}${unit}。`,
    }
  })
}

function ruleOf({ kind, min, max, codes }: Column): Limit['rule'] {
  switch (kind) {
    case 'code':
      return { kind: 'list', choices: Object.keys(codes) }
    case 'date':
      return { kind: 'date', from: firstDay, to: lastDay }
    case 'share':
      // The cells are shown in percent: typing 78 or 78% puts 0.78 into them.
      return { kind: 'decimal', from: min === null ? null : min / 100, to: max === null ? null : max / 100 }
    default:
      return { kind: kind === 'count' ? 'whole' : 'decimal', from: min, to: max }
  }
}
