import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestRegions } from '../../src/domain/similar.js'

const codes = (regions: ReadonlyMap<string, string[]>) => Object.fromEntries(regions)

test('a difference counts in standard deviations of its measure, not in its own unit', () => {
  // Firms 10, 20, 30, 20: mean 20, deviation √50 = 7.07. Yuan 10000, 10000, 10000, 14000: mean 11000, deviation √3000000 = 1732.
  const regions = [
    { region_code: '990101', values: [10, 10_000] },
    { region_code: '990102', values: [20, 10_000] },
    { region_code: '990103', values: [30, 10_000] },
    { region_code: '990104', values: [20, 14_000] },
  ]
  // From 990101: 990102 10/7.07 = 1.41; 990103 2.83; 990104 √(1.41² + 2.31²) = 2.71, nearer than 990103.
  // From 990104: 990102 2.31; 990101 and 990103 2.71, of which the lower code is taken.
  expect(codes(nearestRegions(regions, 2))).toEqual({
    '990101': ['990102', '990104'],
    '990102': ['990101', '990103'],
    '990103': ['990102', '990104'],
    '990104': ['990101', '990102'],
  })
})

test('a measure that is the same everywhere tells nothing apart, and a lone region has nobody', () => {
  const alike = ['990101', '990102', '990103'].map((region_code, at) => ({ region_code, values: [5, at] }))
  expect(codes(nearestRegions(alike, 1))).toEqual({ '990101': ['990102'], '990102': ['990101'], '990103': ['990102'] })
  expect(codes(nearestRegions(alike.slice(0, 1), 3))).toEqual({ '990101': [] })
})

const city = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 })), { minLength: 1, maxLength: 8 })
  .map((rows) => rows.map((values, at) => ({ region_code: String(990101 + at), values })))

test('the unit of a measure does not matter, and everybody has as many as there are', () => {
  fc.assert(
    fc.property(city, (regions) => {
      // Powers of two keep every quotient exactly as it was.
      const moved = regions.map(({ region_code, values: [a = 0, b = 0] }) => ({ region_code, values: [a * 4, b / 8] }))
      const near = nearestRegions(moved, 3)
      expect(near).toEqual(nearestRegions(regions, 3))
      for (const codes of near.values()) expect(codes).toHaveLength(Math.min(3, regions.length - 1))
    }),
  )
})

test('nobody who is left out is nearer than one who is shown', () => {
  fc.assert(
    fc.property(city, (regions) => {
      const spread = (at: 0 | 1) => {
        const mean = regions.reduce((sum, { values }) => sum + values[at], 0) / regions.length
        return Math.sqrt(regions.reduce((sum, { values }) => sum + (values[at] - mean) ** 2, 0) / regions.length)
      }
      const steps = [spread(0), spread(1)]
      const distance = (a: [number, number], b: [number, number]) =>
        Math.sqrt(
          steps.reduce((sum, step, at) => sum + (step === 0 ? 0 : (((a[at] ?? 0) - (b[at] ?? 0)) / step) ** 2), 0),
        )
      for (const [code, near] of nearestRegions(regions, 2)) {
        const own = regions.find(({ region_code }) => region_code === code)
        if (!own) throw new Error(code)
        const others = regions.filter((each) => each !== own)
        const shown = others.filter(({ region_code }) => near.includes(region_code))
        const out = others.filter(({ region_code }) => !near.includes(region_code))
        const farthest = Math.max(0, ...shown.map(({ values }) => distance(values, own.values)))
        for (const { values } of out) expect(distance(values, own.values)).toBeGreaterThanOrEqual(farthest - 1e-9)
      }
    }),
  )
})
