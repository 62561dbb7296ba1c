import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { judgeCases, type Outcome } from './judge-cases.js'
import { type Case, readCases } from './read-cases.js'

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.txt'))

describe.each(files)('%s', async (file) => {
  const { cases, as_of } = readCases(file)
  const outcomes = await judgeCases(cases, as_of)
  test.each(cases.map((one, index): [string, Case, Outcome | undefined] => [one.name, one, outcomes[index]]))(
    '%s',
    (_, { status, alerts, near, gap, arrival }, outcome) => {
      // The worst period is told where a case says it.
      const told = outcome?.alerts.map((alert, index) =>
        alerts[index]?.includes(' worst ') ? alert : alert.replace(/ worst .*$/, ''),
      )
      expect({ ...outcome, alerts: told }).toEqual({ status, alerts, near, gap, arrival })
    },
  )
})

test('there are sixty and more', () => {
  expect(files.flatMap((file) => readCases(file).cases).length).toBeGreaterThanOrEqual(60)
})
