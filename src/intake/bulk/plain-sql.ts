import type { BulkColumn } from '../../domain/bulk.js'
import { type Column, sqlTypeOf } from '../../domain/column.js'
import { readValue } from '../rows/read-value.js'
import type { MeasureColumn } from '../table/table.js'

/** A text as SQL. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** A number as SQL, exactly as JavaScript holds it. */
function double(value: number): string {
  return `cast('${value}' as double)`
}

/**
 * How a column's plain texts are read in SQL: digits that mean the same to everybody, words of the code list, days written in full.
 * Whatever else stands in a cell is for `readValue`. At most ten digits in a count, so that no plain count is a mobile number.
 */
export function bulkColumnOf({ at, column, factor }: MeasureColumn): BulkColumn {
  const text = `c${at}`
  const type = sqlTypeOf(column)
  const { isPlain, value } = plainOf(column, factor, text, type)
  const sure = `coalesce(${isPlain}, false)`
  // A blank is a value of its own where the column may be left blank.
  return { at, column, type, isPlain: column.required ? sure : `(${text} is null or ${sure})`, value }
}

function plainOf(column: Column, factor: number, text: string, type: string): { isPlain: string; value: string } {
  const isNegativeAllowed = column.min === null || column.min < 0
  const cast = `try_cast(${text} as ${type})`
  switch (column.kind) {
    case 'count':
      // A count in tens of thousands is rare enough to be read text by text.
      return factor === 1
        ? guarded(text, `${isNegativeAllowed ? '-?' : ''}[0-9]{1,10}`, cast, column)
        : { isPlain: 'false', value: cast }
    case 'amount': {
      if (factor === 1)
        return guarded(text, `${isNegativeAllowed ? '-?' : ''}[0-9]{1,12}([.][0-9]{1,2})?`, cast, column)
      // The same steps as in readAmount, in the same numbers.
      const value = `round(try_cast(${text} as double) * ${double(factor)} * 100) / 100`
      return {
        ...guarded(text, '[0-9]{1,8}([.][0-9]{1,6})?', value, { ...column, max: column.max ?? largestAmount }),
        value: `try_cast(${value} as ${type})`,
      }
    }
    case 'share': {
      const value = `try_cast(rtrim(${text}, '%') as ${type})`
      // Without its sign, 0.78 may mean two things.
      const clear = `(${value} = 0 or ${value} > 1 or ends_with(${text}, '%'))`
      const plain = guarded(text, '[0-9]{1,3}([.][0-9]{1,4})?%?', value, column)
      return { isPlain: `(${plain.isPlain} and ${clear})`, value }
    }
    case 'date': {
      const pattern = "'(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}'"
      return { isPlain: `(regexp_full_match(${text}, ${pattern}) and ${cast} is not null)`, value: cast }
    }
    case 'code':
      return choicesOf(column, factor, text)
    case 'text': {
      // Names are looked at one by one.
      if (column.names !== null) return { isPlain: 'false', value: text }
      const sign = '[!-~\\x{3001}-\\x{303d}\\x{4e00}-\\x{9fff}\\x{ff01}-\\x{ff5e}]'
      return { isPlain: `regexp_full_match(${text}, '(?s)${sign}(.*${sign})?')`, value: `nullif(${text}, '')` }
    }
  }
}

/** Above this, a number does not hold every cent. */
const largestAmount = 90_000_000_000_000

/** The pattern guards the cast, which by itself takes 0x10, 1_000 and 1e5 for numbers; then the column's limits. */
function guarded(text: string, pattern: string, value: string, { min, max }: Pick<Column, 'min' | 'max'>) {
  const limits = [
    ...(min === null || min === 0 ? [] : [`${value} >= ${double(min)}`]),
    ...(max === null ? [] : [`${value} <= ${double(max)}`]),
  ]
  const isMatch = `regexp_full_match(${text}, '${pattern}')`
  const isPlain = limits.length === 0 ? isMatch : `case when ${isMatch} then ${limits.join(' and ')} else false end`
  return { isPlain, value }
}

function choicesOf(column: Column, factor: number, text: string): { isPlain: string; value: string } {
  const choices = [...new Set(Object.entries(column.codes).flat())].flatMap((choice) => {
    const read = readValue({ text: choice, value: choice }, column, factor)
    return 'value' in read && typeof read.value === 'string' ? [[choice, read.value] as const] : []
  })
  if (choices.length === 0) return { isPlain: 'false', value: 'null' }
  const cases = choices.map(([choice, value]) => `when ${literal(choice)} then ${literal(value)}`)
  return {
    isPlain: `${text} in (${choices.map(([choice]) => literal(choice)).join(', ')})`,
    value: `case ${text} ${cases.join(' ')} end`,
  }
}
