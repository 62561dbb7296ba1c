import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Column } from '../../src/domain/column.js'
import type { Cell } from '../../src/intake/reading/grid.js'
import { readDate } from '../../src/intake/rows/read-date.js'
import { readNumber } from '../../src/intake/rows/read-number.js'
import { readValue } from '../../src/intake/rows/read-value.js'

const yuan = { zh: '元', en: 'yuan' }
const column = (declaration: object) => Column.parse({ name: 'x', header: { zh: '某项', en: 'item' }, ...declaration })
const count = column({ kind: 'count', unit: { zh: '家', en: 'firms' } })
const amount = column({ kind: 'amount', unit: yuan, other_units: { 万元: 10_000, '元/年': 1 / 12 } })
const share = column({ kind: 'share', max: 100 })
const text = (value: string): Cell => ({ text: value, value })
const read = (value: string, of: Column, factor = 1) => {
  const result = readValue(text(value), of, factor)
  return 'value' in result ? result.value : result.code
}

describe('a count', () => {
  test.each([
    ['0', 0],
    ['７８', 78],
    [' 1,234 ', 1234],
    ['１，２３４，５６７', 1_234_567],
    ['12家', 12],
    ['12 家', 12],
    ['12.00', 12],
    ['007', 7],
    ['+5', 5],
    ['-5', 'below_min'],
    ['−5', 'below_min'],
    ['12.5', 'not_a_count'],
    ['12人', 'not_a_count'],
    ['1,23', 'not_a_count'],
    ['12,34,567', 'not_a_count'],
    ['0x10', 'not_a_count'],
    ['1_000', 'not_a_count'],
    ['1e5', 'not_a_count'],
    ['nan', 'not_a_count'],
    ['inf', 'not_a_count'],
    ['Infinity', 'not_a_count'],
    ['—', 'nothing_written'],
    ['/', 'nothing_written'],
    ['无', 'nothing_written'],
    ['待核', 'unverified'],
    ['约40', 'approximate'],
    ['40左右', 'approximate'],
    ['①', 1],
    ['5-6', 'approximate'],
    ['.', 'not_a_count'],
    ['9007199254740993', 'not_a_count'],
    ['', 'blank_required'],
    ['　', 'blank_required'],
  ])('%j reads as %j', (written, expected) => expect(read(written, count)).toBe(expected))

  test('any whole number reads back, however it is dressed', () => {
    const dress = fc.constantFrom(
      (n: number) => String(n),
      (n: number) => n.toLocaleString('en-US'),
      (n: number) => n.toLocaleString('en-US').replaceAll(',', '，'),
      (n: number) => [...String(n)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''),
      (n: number) => ` ${n}家　`,
      (n: number) => `${n}.0`,
    )
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), dress, (n, written) => {
        expect(read(written(n), count)).toBe(n)
      }),
    )
  })
})

describe('an amount', () => {
  test.each([
    ['1,900元', 1, 1900],
    ['￥1,900.50', 1, 1900.5],
    ['0.19万元', 1, 1900],
    ['0.19', 10_000, 1900],
    ['1900元', 10_000, 1900],
    ['0.57123', 10_000, 5712.3],
    ['0.571234567', 10_000, 5712.35],
    ['24000.5元/年', 1, 2000.04],
    ['1.005', 1, 'too_many_decimals'],
    ['1.10', 1, 1.1],
    ['1.100', 1, 1.1],
    ['1.9亿元', 1, 'not_an_amount'],
    ['99999999999999999', 1, 'not_an_amount'],
    ['一千九', 1, 'not_an_amount'],
    ['-0.01', 1, 'below_min'],
    ['-0', 1, 0],
  ])('%j times %d reads as %j', (written, factor, expected) => expect(read(written, amount, factor)).toBe(expected))

  test('any amount in cents reads back, and through 万元', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e13 }), (cents) => {
        const yuanText = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
        expect(read(yuanText, amount)).toBe(cents / 100)
        const digits = String(cents).padStart(7, '0')
        expect(read(`${digits.slice(0, -6)}.${digits.slice(-6)}`, amount, 10_000)).toBe(cents / 100)
      }),
    )
  })
})

describe('a share', () => {
  test.each([
    ['78%', 78],
    ['78', 78],
    ['７８．５％', 78.5],
    ['0.78%', 0.78],
    ['0.78', 'ambiguous_share'],
    ['1', 'ambiguous_share'],
    ['0', 0],
    ['100', 100],
    ['101', 'above_max'],
    ['约78%', 'approximate'],
  ])('%j reads as %j', (written, expected) => expect(read(written, share)).toBe(expected))
})

describe('a date', () => {
  test.each([
    ['2026-10-15', '2026-10-15'],
    ['2026/1/5', '2026-01-05'],
    ['２０２６年１０月１５日', '2026-10-15'],
    ['2026.10.15', '2026-10-15'],
    ['20261015', '2026-10-15'],
    ['2026-02-29', null],
    ['2024-02-29', '2024-02-29'],
    ['2026-13-01', null],
    ['2026/1-5', null],
    ['46310', null],
    ['2026-10', null],
  ])('%j reads as %j', (written, expected) => expect(readDate(text(written))).toBe(expected))

  test('a serial number and a date cell of a workbook', () => {
    expect(readDate({ text: '46310', value: 46310 })).toBe('2026-10-15')
    expect(readDate({ text: '12', value: 12 })).toBeNull()
    expect(readDate({ text: '2026-10-15', value: new Date('2026-10-15') })).toBe('2026-10-15')
  })
})

test('a code is taken by its text or its stored value; words stay as they are', () => {
  const pilot = column({ kind: 'code', codes: { 是: 'yes', 否: 'no' }, required: false })
  expect([' 是 ', 'no', '不', ''].map((written) => read(written, pilot))).toEqual(['yes', 'no', 'not_a_code', null])
  expect(read(' =SUM(A1) ', column({ kind: 'text' }))).toBe('=SUM(A1)')
})

test('whatever stands in a cell, reading it never throws and never gives what is no number', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'0123456789.,-+%eExX_ ￥元万家约—／　年月日'), maxLength: 12 })
  const cell = fc.oneof(fc.string({ unit: 'binary' }), signs)
  fc.assert(
    fc.property(
      cell,
      fc.constantFrom(count, amount, share),
      fc.constantFrom(1, 10_000, 1 / 12),
      (written, of, factor) => {
        const result = readValue(text(written), of, factor)
        if ('value' in result) expect(Number.isFinite(result.value)).toBe(true)
        const number = readNumber(written)
        if (number) expect(Number.isFinite(number.value)).toBe(true)
      },
    ),
    { numRuns: 2000 },
  )
})
