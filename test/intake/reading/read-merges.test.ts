import { expect, test } from 'vitest'
import { ReadingProblem } from '../../../src/intake/reading/problem.js'
import { mergeOf } from '../../../src/intake/reading/read-merges.js'

test.each([
  ['A1:C2', { top: 1, bottom: 2, left: 0, right: 2 }],
  ['$B$7', { top: 7, bottom: 7, left: 1, right: 1 }],
  ['AA10:AB10', { top: 10, bottom: 10, left: 26, right: 27 }],
  ['A:C', { top: 1, bottom: 1_048_576, left: 0, right: 2 }],
  ['1:1048576', { top: 1, bottom: 1_048_576, left: 0, right: 16_383 }],
])('%s is a merge', (range, merge) => expect(mergeOf(range)).toEqual(merge))

test.each(['', 'A1:B2:C3', 'R1C1', '1A'])('%j is none', (range) => expect(() => mergeOf(range)).toThrow(ReadingProblem))
