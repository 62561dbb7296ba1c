import { describe, expect, test } from 'vitest'
import { topics } from '../../pipelines/index.js'
import type { CorrectionRow } from '../../src/domain/correction.js'
import { settledCorrection } from '../../src/domain/settle-correction.js'
import { correctionRow, declared } from '../warehouse/declared.js'

const schema = settledCorrection(topics.map(({ dataset }) => dataset))

test('values are written as they are stored', () => {
  expect(declared()).toMatchObject({
    column: { name: 'nonpublic_total' },
    expect: { column: { name: 'nonpublic_total' }, value: '120' },
    put: '12',
  })
  const paid = { dataset: 'stipend', column_name: 'paid_total_yuan', expect: '57000.5', value: '5700.05' }
  expect(declared(paid)).toMatchObject({ expect: { value: '57000.50' }, put: '5700.05' })
})

test('a factor is worked out exactly, and must give what can be stored', () => {
  const scale = { dataset: 'stipend', column_name: 'paid_total_yuan', action: 'scale', expect: '0.57', value: '10000' }
  expect(declared(scale).put).toBe('5700.00')
  expect(declared({ action: 'scale', value: '0.1' }).put).toBe('12')
})

test('a cell that is dropped, a row that is dropped or flagged, and a flag that expects nothing', () => {
  expect(declared({ action: 'drop', value: '' })).toMatchObject({ put: null, expect: { value: '120' } })
  expect(declared({ action: 'drop', column_name: '', value: '', expect: 'nonpublic_total=120' })).toMatchObject({
    column: null,
    expect: { column: { name: 'nonpublic_total' }, value: '120' },
  })
  expect(declared({ action: 'flag', column_name: '', value: '', expect: '' })).toMatchObject({
    column: null,
    expect: null,
  })
  expect(declared({ action: 'flag', value: '', expect: '' })).toMatchObject({ expect: null, put: null })
})

describe('refused', () => {
  const cases: [field: keyof CorrectionRow, said: string, fields: Partial<Record<keyof CorrectionRow, string>>][] = [
    ['dataset', '可填 coverage, income', { dataset: 'happiness' }],
    ['dataset', '直接改原文件', { dataset: 'tasks', column_name: 'progress_pct' }],
    ['dataset', '直接改原文件', { dataset: 'national', period: '2017', column_name: 'value' }],
    ['period', '写作 2026-10', { period: '2025' }],
    ['period', '写作 2026', { dataset: 'income', period: '2025-12', column_name: 'total_income_yuan' }],
    ['region_code', '6、9 或 12 位', { region_code: '9901' }],
    ['column_name', '可填 nonpublic_total, nonpublic_eligible', { column_name: 'firms' }],
    ['column_name', 'override 须指明一列', { column_name: '' }],
    ['action', '', { action: 'delete' }],
    ['value', '须是整数，单位家', { value: '12.5' }],
    ['value', '不能小于 0', { value: '-12' }],
    ['value', '须是整数', { value: '' }],
    ['value', '与现在的数相同', { value: '0120' }],
    ['value', '大于零的倍数', { action: 'scale', value: '-1' }],
    ['value', '120 乘后为 0.12', { action: 'scale', value: '0.001' }],
    ['value', 'drop 不填', { action: 'drop' }],
    ['value', 'flag 不填', { action: 'flag' }],
    ['value', 'yes, no', { dataset: 'income', period: '2025', column_name: 'is_pilot', expect: 'yes', value: '否' }],
    [
      'value',
      '只用于数字列',
      { dataset: 'income', period: '2025', column_name: 'is_pilot', action: 'scale', expect: 'yes' },
    ],
    ['expect', '须填报表现在的错误数', { expect: '' }],
    ['expect', '须是整数', { expect: '12O' }],
    ['expect', '写作 列名=现值，如 nonpublic_total=120', { column_name: '', action: 'drop', value: '', expect: '120' }],
    ['expect', '没有“firms”这一列', { column_name: '', action: 'drop', value: '', expect: 'firms=120' }],
    ['decided_on', '2026-08-12', { decided_on: '2026/8/12' }],
    ['decided_by', '要填决定的科室', { decided_by: ' ' }],
    ['decided_by', '不填电话', { decided_by: '基层办 0379-6393 1234' }],
    ['decided_by', '不填个人', { decided_by: '某某同志' }],
    ['reason', '要写明原因', { reason: '' }],
  ]
  test.each(cases)('%s: %s', (field, said, fields) => {
    const { success, error } = schema.safeParse(correctionRow(fields))
    expect(success).toBe(false)
    expect(error?.issues[0]?.path).toEqual([field])
    expect(error?.issues[0]?.message).toContain(said)
    // Our own sentences are in both languages.
    if (said !== '') expect(error?.issues[0]?.message).toMatch(/\([\x20-\x7e]+\)$/)
  })
})
