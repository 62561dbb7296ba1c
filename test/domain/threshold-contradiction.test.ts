import { expect, test } from 'vitest'
import { byCode } from '../../src/domain/place.js'
import type { Threshold } from '../../src/domain/threshold.js'
import { thresholdContradiction } from '../../src/domain/threshold-contradiction.js'
import { threshold, tinyRegions } from '../warehouse/tiny.js'

const indicators = new Map([
  ['rate', { direction: 'higher_is_better' as const }],
  ['share', { direction: 'lower_is_better' as const }],
])
const wrong = (...rows: Threshold[]) => thresholdContradiction(rows, indicators, byCode(tinyRegions))
const line = (fields: Parameters<typeof threshold>[0]) => threshold({ indicator_id: 'rate', warning: '70', ...fields })

const ofOneRow: [why: string, fields: Parameters<typeof threshold>[0], column: string, zh: string, en: string][] = [
  [
    'ends before it begins',
    { valid_from: '2025-03', valid_to: '2025-02' },
    'valid_to',
    '早于 valid_from 2025-03',
    'before valid_from',
  ],
  ['more is better, critical above warning', { critical: '75' }, 'critical', '应当比预警线 70 更差', 'worse than'],
  ['critical on the warning line: no warning could ever be', { critical: '70' }, 'critical', '更差', 'worse than'],
  [
    'less is better, critical below warning',
    { indicator_id: 'share', warning: '10', critical: '5' },
    'critical',
    '越低越好',
    'lower is better',
  ],
  [
    'target below the line',
    { target: '69' },
    'target',
    '目标 69 不能比预警线 70 更差',
    'the target 69 must not be worse',
  ],
  [
    'target above a line that things should stay below',
    { indicator_id: 'share', warning: '', critical: '5', target: '6' },
    'target',
    '严重线 5',
    'critical line 5',
  ],
  ['a path without a target', { path: 'linear', target_due: '2026-12' }, 'target', '必须填写', 'must be filled in'],
  ['a path without an end', { path: 'linear', target: '90' }, 'target_due', '必须填写', 'must be filled in'],
  [
    'a path without a beginning',
    { path: 'linear', warning: '', target: '90', target_due: '2026-12' },
    'warning',
    '必须填写',
    'must be filled in',
  ],
  [
    'a path that ends when it begins',
    { path: 'linear', target: '90', target_due: '2025-01', valid_from: '2025-01' },
    'target_due',
    '应当晚于',
    'has to be after',
  ],
  ['a code that nobody has', { scope: 'region:990199' }, 'scope', '没有代码 990199', 'no code 990199'],
  [
    'a code that has gone by then',
    { scope: 'region:990102', valid_from: '2026-01' },
    'scope',
    '不存在',
    'not valid in any month',
  ],
  ['a county as a township', { scope: 'region:990101', region_level: 'township' }, 'region_level', 'county', 'county'],
]
test.each(ofOneRow)('%s', (_, fields, column, zh, en) => {
  const row = line(fields)
  const found = wrong(row)
  expect(found).toMatchObject({ rows: [row], column })
  expect(found?.text.zh).toContain(zh)
  expect(found?.text.en).toContain(en)
})

test('two rows of one indicator, scope and level that hold in the same month are both named', () => {
  const first = line({ valid_from: '2025-01', valid_to: '2025-12' })
  const second = line({ valid_from: '2025-12', warning: '75' })
  expect(wrong(line({ indicator_id: 'share', target: '5' }), first, second)).toMatchObject({ rows: [first, second] })
  // A year holds until its December.
  expect(wrong(line({ valid_from: '2025', valid_to: '2025' }), second)?.column).toBe('valid_from')
})

test('rows that follow each other, or are about others, do not contradict', () => {
  expect(
    wrong(
      line({ valid_from: '2024-01', valid_to: '2024-12', critical: '60', target: '70' }),
      line({ valid_from: '2025-01', path: 'linear', target: '90', target_due: '2026-12' }),
      line({ region_level: 'county' }),
      line({ scope: 'class:hill' }),
      line({ scope: 'region:990102', valid_to: '2026-06' }),
      line({ indicator_id: 'share', warning: '10', critical: '20', target: '0' }),
    ),
  ).toBeNull()
})
