import fc from 'fast-check'
import { expect, test } from 'vitest'
import { regions } from '../intake/regions.js'
import { expectSame } from './both-paths.js'
import listedTwice from './listed-twice.json' with { type: 'json' }
import { before, bytesOf, datasetOf, madeFile } from './made-files.js'

const runs = Number(process.env.BULK_RUNS ?? 60)

test('a file of any kind ends the same on both paths', { timeout: 600_000 }, async () => {
  let both = 0
  await fc.assert(
    fc.asyncProperty(madeFile, async (made) => {
      const { isBulk } = await expectSame({
        name: made.fileName,
        bytes: bytesOf(made),
        datasets: [datasetOf[made.kind as keyof typeof datasetOf]],
        regions,
        received_on: '2026-11-03',
        ...(made.isKnown ? { before } : {}),
      })
      if (isBulk) both += 1
    }),
    // A list on which one township stands twice and another not at all: as many rows as townships, and one is missing.
    { numRuns: runs, examples: [[listedTwice as typeof madeFile extends fc.Arbitrary<infer Made> ? Made : never]] },
  )
  expect(both).toBeGreaterThan(runs / 2)
})
