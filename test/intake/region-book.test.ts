import fc from 'fast-check'
import { expect, test } from 'vitest'
import { regionBookOf, regionTestOf } from '../../src/intake/rows/region-book.js'
import { regions } from './regions.js'

test('a code is found in a list in order as in any other, with everything that ever had it', () => {
  const sorted = regions.toSorted((one, other) => (one.region_code < other.region_code ? -1 : 1))
  const shuffled = regions.toReversed()
  const codes = [...new Set(regions.map(({ region_code }) => region_code)), '000000', '990301004', '999999', '']
  for (const list of [sorted, shuffled, []])
    for (const code of codes)
      expect(regionBookOf(list).withCode(code), code).toEqual(list.filter(({ region_code }) => region_code === code))
})

test('any text is a region of the row, one above it, or none', () => {
  const isRegion = regionTestOf(regionBookOf(regions), 'village')
  expect(['东关村', '990322001001', '城关镇', '孟河县', '990322', '河州市', '', '合计'].map(isRegion)).toEqual([
    ...['row', 'row', 'above', 'above', 'above', 'above'],
    ...[null, null],
  ])
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => [null, 'row', 'above'].includes(isRegion(text))))
})
