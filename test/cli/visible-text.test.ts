import { expect, test } from 'vitest'
import { visibleText } from '../../src/cli/visible-text.js'

test.each([
  ['东城区\t1\n2', '东城区\t1\n2'],
  ['\u001b[31mred\u001b[0m\u0007', '␛[31mred␛[0m␇'],
  ['a\rb\0\u007f', 'a␍b␀␡'],
  ['\u009b2J', '\ufffd2J'],
  ['x\u202ecod', 'x\ufffdcod'],
])('%j is shown as %j', (text, shown) => expect(visibleText(text)).toBe(shown))
