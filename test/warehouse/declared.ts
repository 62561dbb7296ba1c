import { topics } from '../../pipelines/index.js'
import type { Correction, CorrectionRow } from '../../src/domain/correction.js'
import { settledCorrection } from '../../src/domain/settle-correction.js'

const datasets = topics.map(({ dataset }) => dataset)

/** A row of the corrections file, as the spreadsheet holds it: 丙一乡 has 12 firms, not 120; with what a test wants to be different. */
export function correctionRow(fields: Partial<Record<keyof CorrectionRow, string>> = {}): Record<string, string> {
  return {
    dataset: 'coverage',
    region_code: '990103001',
    period: '2025-12',
    column_name: 'nonpublic_total',
    action: 'override',
    value: '12',
    expect: '120',
    decided_on: '2026-02-10',
    decided_by: '市委组织部基层办',
    reason: '多录一个零',
    ...fields,
  }
}

/** The same as a correction that fits the declared returns, on a line of the file. */
export function declared(fields: Partial<Record<keyof CorrectionRow, string>> = {}, line = 2): Correction {
  return { line, ...settledCorrection(datasets).parse(correctionRow(fields)) }
}
