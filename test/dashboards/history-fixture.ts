import type { CorrectedCell, FigureHistory } from '../../src/domain/history-data.js'
import type { QualityData, QualityDeclared, QualityRevision } from '../../src/domain/quality-data.js'
import type { Amount } from './quality-fixture.js'

/** 柳泉镇 had 410 firms and its return says 4,100. */
export const correctedCell: CorrectedCell = {
  region_name: '柳泉镇',
  column: { header: { zh: '企业总数', en: 'Firms' }, unit: { zh: '家', en: 'firms' } },
  action: 'override',
  found: 4100,
  put: 410,
}

/** What became of coverage figures of 石岑县 and the city: one revised, one corrected and then revised. */
export const historyFixture: FigureHistory = {
  revisions: [
    ['990325', '2026-03', '2026-05-06', 24.13, 81.02],
    ['990325', '2025-06', '2025-08-12', 81.2, 79.9],
    ['990300', '2025-06', '2025-08-12', 82.31, 82.29],
  ].map(([region_code, period, received_on, before, after]) => ({
    region_code: String(region_code),
    indicator_id: 'nonpublic_coverage_pct',
    period: String(period),
    received_on: String(received_on),
    before: Number(before),
    after: Number(after),
  })),
  corrections: [
    { region_code: '990325', period: '2026-03', indicator_ids: ['nonpublic_coverage_pct'], cell: correctedCell },
  ],
}

/** Revisions and declarations of `/quality`, of so many lines. */
export function revisionsFixture(amount: Amount): Pick<QualityData, 'revisions' | 'declared'> {
  const lines = { none: 0, few: 3, many: 140 }[amount]
  const revision = (index: number): QualityRevision => ({
    region_code: index % 2 === 0 ? '990325' : '990300',
    indicator_id: index % 3 === 0 ? 'stipend_mean_yuan_per_month' : 'nonpublic_coverage_pct',
    period: '2026-10',
    received_on: '2026-11-08',
    before: index % 3 === 0 ? 2900 : 81.2,
    after: index % 3 === 0 ? 2610.4 : 79.9,
    file_name: index === 2 ? null : '石岑县_更正.xlsx',
    units_before: 9,
    units_after: index === 1 ? 9 : 12,
    units_expected: 12,
  })
  const list = Array.from({ length: Math.min(100, lines) }, (_, index) => revision(index))
  const declared = (index: number): QualityDeclared => ({
    line: index + 2,
    title: { zh: '非公企业和社会组织党的组织和工作覆盖情况表', en: 'Coverage' },
    period: '2026-03',
    cell:
      [
        correctedCell,
        { ...correctedCell, action: 'drop' as const, put: null },
        { ...correctedCell, column: null, action: 'flag' as const, found: null, put: null },
      ][index % 3] ?? correctedCell,
    decided_by: '市委组织部基层办',
    decided_on: '2026-05-06',
    reason: '多录一个零，已电话核实，单位尚未重报',
  })
  return {
    revisions: {
      of_month: { count: lines, list },
      earlier: { count: lines, list: list.map((each) => ({ ...each, period: '2025-12' })) },
      in_year: { count: 2 * lines, sources: amount === 'none' ? 0 : 2 },
    },
    declared: Array.from({ length: Math.min(lines, 20) }, (_, index) => declared(index)),
  }
}
