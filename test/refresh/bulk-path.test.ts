import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { datasets } from '../intake/datasets.js'
import { regions } from '../intake/regions.js'
import { expectSame } from './both-paths.js'

const fixtures = join(import.meta.dirname, '../fixtures/intake')
const cases = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => {
    const input = readdirSync(join(fixtures, name)).find((file) => /^input\.(csv|tsv|txt)$/.test(file))
    return input ? [{ name, input }] : []
  })

describe('both paths say the same', () => {
  const careful: string[] = []
  test.each(cases)('of $name', async ({ name, input }) => {
    const folder = join(fixtures, name)
    const settings = join(folder, 'setting.json')
    const setting = existsSync(settings) ? JSON.parse(readFileSync(settings, 'utf8')) : {}
    const bytes = readFileSync(join(folder, input))
    // Nothing at all and other kinds of files never come this far.
    if (bytes.length === 0) return
    const { isBulk } = await expectSame({
      name: setting.name ?? input,
      bytes,
      datasets,
      regions,
      ...(setting.received_on ? { received_on: setting.received_on } : {}),
    })
    if (!isBulk) careful.push(name)
  })
  test('but for those whose rows have no codes', () => {
    expect(careful).toEqual([
      'county-under-city-title',
      'income-ambiguous-name',
      'income-villages',
      'labels-in-own-cells',
      'missing-region-column',
      'names-ambiguous-in-city',
      'national',
      'projects-all-or-nothing',
      'projects-good',
      'stipend-sheet-unit',
      'stipend-units',
      'unknown-units',
    ])
  })
})
