import { expect, test } from 'vitest'
import { shownBy } from '../../../src/intake/reading/number-formats.js'

test.each([
  ['General', 'number'],
  ['0.00', 'number'],
  ['#,##0"万元"', 'number'],
  ['0"%"', 'number'],
  ['0\\%', 'number'],
  ['[Red]0;[Blue]-0', 'number'],
  ['[DBNum1]0', 'number'],
  ['0%', 'percent'],
  ['0.0%;[Red]-0.0%', 'percent'],
  ['yyyy"年"m"月"', 'date'],
  ['[$-804]yyyy/m/d', 'date'],
  ['[h]:mm', 'date'],
  ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', 'number'],
])('%s shows a %s', (format, shown) => expect(shownBy(format)).toBe(shown))
