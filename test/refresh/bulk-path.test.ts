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

/** Texts that only the careful reader makes something of, or says what is wrong with. */
const toldOtherwise = [
  'text-cell-too-long',
  'text-damaged',
  'text-half-surrogate',
  'text-in-big5',
  'text-utf16-without-mark',
  'text-utf16-without-mark-big-endian',
  'text-zero-bytes',
]

/** What was accepted before (`dataset/region/period` with its values), as if it had been loaded. */
function sqlOf(known: Record<string, Record<string, number>>): string {
  return Object.entries(known)
    .map(([key, values], index) => {
      const [dataset = '', region = '', period = ''] = key.split('/')
      const [unit, id] = [region.slice(0, 6), `${dataset}-${region.slice(0, 6)}-${period}`]
      return `insert into raw.submissions (submission_id, seq, dataset) values ('${id}', ${-index}, '${dataset}');
        insert into raw.submission_units values ('${id}', '${dataset}', '${unit}', '${period}', 1);
        insert into raw.${dataset} (submission_id, region_code, period, ${Object.keys(values).join(', ')})
        values ('${id}', '${region}', '${period}', ${Object.values(values).join(', ')});`
    })
    .join('\n')
}

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
      before: sqlOf(setting.known ?? {}),
      isToldOtherwise: toldOtherwise.includes(name),
    })
    if (!isBulk) careful.push(name)
  })
  test('but for those whose rows have no codes, panels, sections and too many columns', () => {
    expect(careful.toSorted()).toEqual([
      'approximate-shares',
      'burden-checks',
      'burden-good',
      'column-numbers',
      'column-numbers-alone',
      'columns-blank',
      'columns-of-ten-thousand',
      'county-under-city-title',
      'declared-national',
      'header-padding-and-brackets',
      'income-ambiguous-name',
      'income-villages',
      'labels-in-own-cells',
      'missing-region-column',
      'names-ambiguous-in-city',
      'national',
      'near-heading-is-not-taken',
      'notes-and-equations',
      'panels',
      'panels-of-villages',
      'projects-all-or-nothing',
      'projects-good',
      'sections',
      'sections-tell-namesakes-apart',
      'stipend-sheet-unit',
      'stipend-units',
      'tabs',
      'tasks-formulas',
      'tasks-good',
      'tasks-personal',
      'tasks-wrong',
      'text-that-runs',
      'totals-anywhere',
      'units-in-cells',
      'unknown-units',
      'yearly-pay',
    ])
  })
})
