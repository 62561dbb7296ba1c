import { expect, test } from 'vitest'
import { safeExtension, safeFileName } from '../../src/domain/file-name.js'

test.each([
  ['东城区2026年10月.xlsx', '东城区2026年10月.xlsx'],
  ['../../x.csv', 'x.csv'],
  ['C:\\账\\x.csv', 'x.csv'],
  ['C:\\x.csv', 'x.csv'],
  ['\\\\server\\share\\x.csv', 'x.csv'],
  ['a\u001b[2Jb\n.csv', 'a_[2Jb_.csv'],
  ['表\u202excod.csv', '表_xcod.csv'],
  ['..', '_'],
  ['', '_'],
  ['a/', '_'],
  ['.hidden', 'hidden'],
  ['half\ud800.csv', 'half_.csv'],
])('%j is kept as %j', (name, safe) => expect(safeFileName(name)).toBe(safe))

test('a long name keeps its beginning and its extension, and fits any file system', () => {
  const name = safeFileName(`${'表'.repeat(300)}.xlsx`)
  expect(name).toBe(`${'表'.repeat(80)}.xlsx`)
  expect(Buffer.byteLength(name)).toBeLessThan(255)
})

test.each([
  ['a.XLSX', '.xlsx'],
  ['a.表格', '.表格'],
  ['a', ''],
  ['a.x\n', ''],
  [`a.${'x'.repeat(250)}`, ''],
  ['a.x/../../b', ''],
])('%j is archived with the extension %j', (name, extension) => expect(safeExtension(name)).toBe(extension))
