import { expect, test } from 'vitest'
import { fuzzIntake } from './intake-fuzz.js'
import { unzip, zip } from './zip.js'

// A few hundred files at every run of the tests, always the same ones; `npm run fuzz` goes on for as long as it is told.
test.each(['text', 'workbook'] as const)(
  'a spoilt %s file ends in a verdict and a sentence',
  async (kind) => {
    const { runs, failure } = await fuzzIntake(kind, { milliseconds: 20_000, runs: 300, seed: 20_261_101 })
    expect(failure && { ...failure, bytes: failure.bytes.length }).toBeNull()
    expect(runs).toBeGreaterThan(50)
  },
  90_000,
)

test('an archive put together again is the same inside', () => {
  const entries = new Map([
    ['a/b.xml', Buffer.from('<a>一</a>')],
    ['c', Buffer.alloc(0)],
  ])
  expect(unzip(zip(entries))).toEqual(entries)
})
