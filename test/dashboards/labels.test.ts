import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flagLanes, spread, stack, textWidth } from '../../dashboards/components/labels.js'

test('labels that stand apart stay, those that touch move by as little as it takes', () => {
  expect(spread([10, 50, 90], 15, 0, 100)).toEqual([10, 50, 90])
  expect(spread([50, 40, 45], 15, 0, 100)).toEqual([70, 40, 55])
  expect(spread([98, 99], 15, 0, 100)).toEqual([85, 100])
})

test('dots that touch are stacked', () => {
  expect(stack([0, 3, 6, 12, 40], 12)).toEqual([0, 1, 2, 0, 0])
})

test('no flag covers another flag or its pole', () => {
  const poles = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 14 }).map((list) => list.sort((a, b) => a - b))
  fc.assert(
    fc.property(poles, (positions) => {
      const lanes = flagLanes(
        positions,
        positions.map(() => 60),
      )
      for (const [index, from] of positions.entries())
        for (let next = index + 1; next < positions.length; next += 1)
          if ((positions[next] ?? 0) <= from + 60) expect(lanes[index]).toBeGreaterThan(lanes[next] ?? 0)
    }),
  )
})

test('Chinese is wider than digits', () => {
  expect(textWidth('石岑')).toBe(24)
  expect(textWidth('83')).toBeLessThan(textWidth('石岑'))
})
