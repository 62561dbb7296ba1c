import type {
  FigureOrigin,
  OriginCell,
  OriginData,
  OriginFormulas,
  OriginNode,
  OriginRow,
  RegionOrigins,
} from '../../src/domain/figure-origin.js'

/** A text that a sender may have written, and that must never become part of the page. */
export const hostile = '<img src=x onerror="document.title=1">'

const node = (code: string, name: string, parts: Partial<OriginNode> = {}): OriginNode => ({
  ...{
    region_code: code,
    region_name: name,
    region_level: code.length > 9 ? 'village' : code.length > 6 ? 'township' : 'county',
  },
  ...{ numerator: null, denominator: null, value: null, share: 1, units: 1, counted: 0, state: null, change: null },
  ...{ submission_id: null, rows: [], ranges: [], children: [] },
  ...parts,
})

const cell = (column: string, value: number | null, at: string, remarks: OriginCell['remarks'] = []): OriginCell => ({
  ...{ column, value, cell: at, header: column, remarks },
})

const row = (
  dataset: string,
  code: string,
  name: string,
  period: string,
  number: number,
  cells: OriginCell[],
): OriginRow => ({
  ...{
    dataset,
    region_code: code,
    region_name: name,
    period,
    submission_id: 'aaa',
    sheet: 'Sheet1',
    row_number: number,
  },
  ...{ cells, remarks: [] },
})

const column = (dataset: string, name: string, zh: string, en: string): FigureOrigin['formula']['columns'][number] => ({
  ...{ dataset, column: name, title: { zh, en }, header: { zh, en }, unit: { zh: '家', en: 'firms' }, chosen_by: null },
})

const figure = (
  indicator_id: string,
  period: string,
  region: OriginNode,
  formula: FigureOrigin['formula'],
): FigureOrigin => ({
  ...{ indicator_id, period, value: region.value, status: 'ok' as const, units_expected: region.units },
  ...{ units_reported: region.counted, formula, region },
  line: { warning: 80, critical: 70, target: 90, scope: 'class:hill', valid_from: '2023-01', basis: hostile },
})

/** Where a county's figures come from, with everything that may be said of a cell. */
export function originFixture(): OriginData {
  const single = column('coverage', 'nonpublic_org_single', '单独组建企业数', 'With an organisation of its own')
  const joint = column('coverage', 'nonpublic_org_joint', '联合组建企业数', 'Within a joint organisation')
  const total = column('coverage', 'nonpublic_total', '企业总数', 'Firms')
  const coverage = figure(
    'nonpublic_coverage_pct',
    '2026-10',
    node('990325', '石岑县', {
      ...{ numerator: 30, denominator: 40, value: 75, units: 3, counted: 1 },
      children: [
        node('990325001', '东街道', {
          ...{ numerator: 30, denominator: 40, value: 75, counted: 1, state: 'counted' },
          rows: ['coverage/990325001/2026-10'],
        }),
        node('990325002', '西镇', { state: 'no_row', submission_id: 'aaa' }),
        node('990325003', '南乡', { state: 'dropped', rows: ['coverage/990325003/2026-10'] }),
      ],
    }),
    {
      scale: 100,
      columns: [single, joint, total],
      terms: [
        {
          ...{ name: 'numerator', meaning: { zh: '单独组建与联合组建的企业数', en: 'firms with an organisation' } },
          ...{
            words: { zh: '单独组建企业数 + 联合组建企业数', en: 'own + joint' },
            sql: 'nonpublic_org_single + nonpublic_org_joint',
          },
          ...{ columns: [0, 1], year_before: [] },
        },
        {
          ...{
            name: 'denominator',
            meaning: { zh: '非公企业总数', en: 'all firms' },
            words: { zh: '企业总数', en: 'Firms' },
          },
          ...{ sql: 'nonpublic_total', columns: [2], year_before: [] },
        },
      ],
    },
  )
  const income = figure(
    'income_median_yuan',
    '2025',
    node('990325', '石岑县', { value: 66_150, units: 344, counted: 344, rows: ['income/990325001201/2025'] }),
    {
      scale: 1,
      columns: [column('income', 'total_income_yuan', '集体经济总收入', 'Collective income')],
      terms: [
        {
          ...{ name: 'value', meaning: { zh: '居中那个村的收入', en: 'income of the village in the middle' } },
          ...{ words: null, sql: 'avg(total_income_yuan)', columns: [0], year_before: [] },
        },
      ],
    },
  )
  const corrected = {
    kind: 'corrected' as const,
    line: 4,
    decided_on: '2026-11-08',
    decided_by: '基层办',
    reason: hostile,
  }
  return {
    release: '2026-10-1',
    figures: [coverage, income],
    rows: {
      'coverage/990325001/2026-10': row('coverage', '990325001', '东街道', '2026-10', 7, [
        cell('nonpublic_org_single', 20, 'D7', [
          { kind: 'earlier', submission_id: 'bbb', sheet: null, cell: 'D9', value: 18 },
          { kind: 'earlier', submission_id: 'bbb', sheet: null, cell: 'D9', value: 20 },
          {
            kind: 'finding',
            severity: 'warn',
            message: { zh: `比上月${hostile}`, en: `up ${hostile}` },
            explanation: hostile,
          },
        ]),
        cell('nonpublic_org_joint', 10, 'E7', [{ kind: 'formulas', cells: 6 }]),
        cell('nonpublic_total', 40, 'F7', [
          { kind: 'converted', stated: '百家', unit: '家', factor: 100 },
          { ...corrected, action: 'override', found: '400', put: '40' },
        ]),
      ]),
      'coverage/990325003/2026-10': {
        ...row('coverage', '990325003', '南乡', '2026-10', 9, [
          cell('nonpublic_org_single', null, 'D9', [{ kind: 'nothing', nothing: 'withheld' }]),
          cell('nonpublic_org_joint', null, 'E9', [{ kind: 'nothing', nothing: 'not_applicable' }]),
          cell('nonpublic_total', null, 'F9', [{ ...corrected, action: 'flag', found: '12', put: null }]),
        ]),
        remarks: [{ ...corrected, action: 'drop', found: '12', put: null }],
      },
      'income/990325001201/2025': row('income', '990325001201', '桥头村', '2025', 8, [
        cell('total_income_yuan', 66_150, 'D8'),
      ]),
    },
    files: {
      aaa: {
        ...{
          submission_id: 'aaa',
          file_name: `${hostile}.xlsx`,
          received_on: '2026-11-07',
          verdict: 'partly_accepted',
        },
        ...{ period: '2026-10', rows_rejected: 1 },
      },
      bbb: {
        ...{
          submission_id: 'bbb',
          file_name: '早.csv',
          received_on: '2026-11-02',
          verdict: 'accepted',
          period: '2026-10',
        },
        rows_rejected: 0,
      },
    },
  }
}

/** Origins as a page reads them: how indicators are worked out apart, as it is the same everywhere. */
export function asRead(data: OriginData): RegionOrigins & { formulas: OriginFormulas } {
  return {
    ...data,
    figures: data.figures.map(({ formula, ...figure }) => figure),
    formulas: Object.fromEntries(data.figures.map(({ indicator_id, formula }) => [indicator_id, formula])),
  }
}
