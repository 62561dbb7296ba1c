import { expect, test } from 'vitest'
import { income } from '../../pipelines/income/return.js'
import { premises } from '../../pipelines/premises/return.js'
import { checkParents, type ParentGroup } from '../../src/intake/checks/check-parents.js'
import { regionBookOf } from '../../src/intake/rows/region-book.js'
import { regions } from './regions.js'

test('twenty regions that differ are named, the others counted', () => {
  const groups = new Map(
    Array.from({ length: 25 }, (_, index): [string, ParentGroup] => {
      const parent = `990322${String(index + 1).padStart(3, '0')}`
      return [`2025/${parent}`, { parent, period: '2025', rows: 4, sums: {} }]
    }),
  )
  // Three villages everywhere but in the first township, which has as many as its rows.
  const recall = (_: string, __: string, region: string) => (region === '990322001' ? 4 : 3)
  const findings = checkParents(income, groups, recall, [income, premises], regionBookOf(regions))
  expect(findings).toHaveLength(21)
  expect(findings[0]).toMatchObject({
    code: 'villages_within_township',
    severity: 'warn',
    original: '送驾镇',
    row: null,
  })
  expect(findings.at(-1)).toMatchObject({ code: 'parent_check_more' })
  expect(findings.at(-1)?.message.zh).toContain('另有 4 处')
})
