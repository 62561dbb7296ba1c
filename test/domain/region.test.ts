import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isValidIn, isWithin, normaliseCode, reportingUnitOf } from '../../src/domain/region.js'

test('a code padded with zeros is the same place', () => {
  expect(normaliseCode('990312000000')).toBe('990312')
  expect(normaliseCode('990312000')).toBe('990312')
  expect(normaliseCode('990312001000')).toBe('990312001')
  expect(normaliseCode('990312001203')).toBe('990312001203')
  expect(normaliseCode('990300')).toBe('990300')
})

test('what is not 6, 9 or 12 digits is no code', () => {
  for (const text of ['99031', '9903120', '99031200100', '9903120012031', '990312.0', '', '９９０３１２', '990312 '])
    expect(normaliseCode(text), text).toBeNull()
})

test('shortening keeps the beginning and takes only zeros away', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{12}$/), (code) => {
      const short = normaliseCode(code)
      return (
        short !== null &&
        code.startsWith(short) &&
        /^0*$/.test(code.slice(short.length)) &&
        [6, 9, 12].includes(short.length)
      )
    }),
  )
})

test('a return comes from the county of its rows', () => {
  expect(reportingUnitOf('990312001203')).toBe('990312')
})

test('lies within: by prefix, four digits for a prefecture, two for a province', () => {
  const city = { region_code: '990300', region_level: 'prefecture' } as const
  expect(isWithin('990312001', city)).toBe(true)
  expect(isWithin('990412001', city)).toBe(false)
  expect(isWithin('990412', { region_code: '990000', region_level: 'province' })).toBe(true)
  expect(isWithin('990312001', { region_code: '990312', region_level: 'county' })).toBe(true)
  expect(isWithin('990313001', { region_code: '990312', region_level: 'county' })).toBe(false)
  expect(isWithin('123456', { region_code: '000000', region_level: 'nation' })).toBe(true)
})

test('validity counts both end months', () => {
  const region = { valid_from: '2023-01', valid_to: '2024-06' }
  expect(['2022-12', '2023-01', '2024-06', '2024-07'].map((month) => isValidIn(region, month))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(isValidIn({ valid_from: '2023-01', valid_to: null }, '2099-12')).toBe(true)
})
