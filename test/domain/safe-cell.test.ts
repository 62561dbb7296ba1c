import { expect, test } from 'vitest'
import { safeCell } from '../../src/domain/safe-cell.js'

test.each(["=cmd|'/c calc'!A0", '=1+1', '+1+1', '-1+cmd', '-', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])(
  '%j cannot be run',
  (text) => expect(safeCell(text)).toBe(`'${text}`),
)

test.each(['东城区', '', '-5', '-1,200.50', '+3%', '5-3', 'a=b', '—'])('%j stays as it is', (text) =>
  expect(safeCell(text)).toBe(text),
)
