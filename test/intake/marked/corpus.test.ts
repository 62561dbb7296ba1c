import { expect, test } from 'vitest'
import type { IntakeResult } from '../../../src/domain/submission.js'
import { textSheetName } from '../../../src/intake/marked/index-sheet.js'
import { makeMarkedCopy } from '../../../src/intake/marked/marked-copy.js'
import { takeIn } from '../../../src/intake/take-in.js'
import { cases } from '../cases.js'
import { context, copyOf, fileOf, judged, read } from './copies.js'

/** What a result says, with the one sheet that a text file gets in its copy. */
function said({ verdict, dataset, reporting_unit, period, rows, accepted, findings }: IntakeResult) {
  const sheetOf = (sheet: string | null, placed: boolean) => sheet ?? (placed ? textSheetName : null)
  return {
    ...{ verdict, dataset, reporting_unit, period, rows },
    accepted: accepted.map((row) => ({ ...row, sheet: sheetOf(row.sheet, true) })),
    findings: findings.map(({ severity, code, cell, row, original }) => ({
      ...{ severity, code, cell, row },
      // Signs that no workbook may hold are left out of the copy.
      original: original?.replace(/\ufffd+/g, '\ufffd'),
    })),
  }
}

test.each(cases)('%s: the copy is deterministic, opens, and says what the original says', async (name) => {
  const file = fileOf(name)
  const one = await judged(file)
  const bytes = await makeMarkedCopy(one, context)
  if (one.result.verdict === 'accepted') return expect(bytes).toBeNull()
  if (bytes === null) throw new Error('no copy')
  expect(await makeMarkedCopy(await judged(file), context)).toEqual(bytes)
  const { sheets } = await read(bytes)
  expect(sheets[0]?.name).toBe('退回说明')
  expect(sheets.at(-1)).toMatchObject({ name: '_jiceng', veryHidden: true })
  if (sheets.length === 2) {
    // Not opened, so that there is only the index and the stamp.
    expect(one.result.dataset).toBeNull()
    return
  }
  // A copy cannot say the same where something personal was taken out of it.
  if (one.result.findings.some(({ code }) => code.startsWith('personal_'))) return
  const again = await takeIn(await copyOf(file), context)
  expect(said(again)).toEqual(said(one.result))
})

test('no copy of any case holds anything about persons', async () => {
  for (const name of cases) {
    const bytes = await makeMarkedCopy(await judged(fileOf(name)), context)
    if (bytes === null) continue
    const workbook = await read(bytes)
    const cells = workbook.sheets.flatMap(({ rows, cells }) => [rows, [...(cells?.values() ?? [])]])
    expect(JSON.stringify([cells, workbook.properties]), name).not.toMatch(
      /张三|李四|1380000\d{4}|99030119900101\d{3}[\dXx]/,
    )
  }
})
