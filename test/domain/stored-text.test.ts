import fc from 'fast-check'
import { expect, test } from 'vitest'
import { storedText, times } from '../../src/domain/stored-text.js'

const column = (kind: 'count' | 'amount' | 'share' | 'date' | 'code' | 'text') => ({
  kind,
  codes: { 是: 'yes', 否: 'no' },
})

test.each([
  ['count', '410', '410'],
  ['count', '0410', '410'],
  ['count', '410.00', '410'],
  ['count', '-3', '-3'],
  ['count', '-0', '0'],
  ['count', '4.5', null],
  ['count', '4,100', null],
  ['count', '1e5', null],
  ['count', '', null],
  ['count', '1234567890123456789', null],
  ['amount', '1900.5', '1900.50'],
  ['amount', '0.05', '0.05'],
  ['amount', '-0.05', '-0.05'],
  ['amount', '1900.555', null],
  ['amount', '1900.550', '1900.55'],
  ['share', '12.5', '12.5000'],
  ['share', '100000', null],
  ['date', '2026-10-15', '2026-10-15'],
  ['date', '2026-13-15', null],
  ['code', 'yes', 'yes'],
  ['code', '是', null],
  ['text', '某某', '某某'],
  ['text', '', null],
] as const)('%s %s is stored as %s', (kind, text, stored) => {
  expect(storedText(column(kind), text)).toBe(stored)
})

test.each([
  ['4100', '0.1', '410.0'],
  ['0.19', '10000', '1900.00'],
  // Two binary fractions that do not multiply exactly: 1.1 × 1.1.
  ['1.1', '1.1', '1.21'],
  ['-3', '0.5', '-1.5'],
])('%s times %s is %s', (a, b, product) => {
  expect(times(a, b)).toBe(product)
  expect(times(b, a)).toBe(product)
})

test('what is no number in digits is not multiplied', () => {
  for (const text of ['', '1,000', '1e3', '0x10', '约40', '.5', '5.']) expect(times(text, '2')).toBeNull()
})

test('any amount of fen is written with two decimals, and means the same number', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), (fen) => {
      const yuan = `${fen < 0n ? '-' : ''}${(fen < 0n ? -fen : fen) / 100n}.${String((fen < 0n ? -fen : fen) % 100n).padStart(2, '0')}`
      expect(BigInt((storedText(column('amount'), yuan) ?? '').replace('.', ''))).toBe(fen)
    }),
  )
})
