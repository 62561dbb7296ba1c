import { describe, expect, test } from 'vitest'
import { isPersonalHeading, personalNumberIn, withoutPersonalNumbers } from '../../src/intake/table/personal.js'
import { takeIn } from '../../src/intake/take-in.js'
import { datasets } from './datasets.js'
import { regions } from './regions.js'

describe('a personal number', () => {
  test.each([
    ['13800001234', 'mobile'],
    ['１３８００００１２３４', 'mobile'],
    ['138 0000 1234', 'mobile'],
    ['138-0000-1234', 'mobile'],
    ['+8613800001234', 'mobile'],
    ['电话13800001234。', 'mobile'],
    ['99030119900101123X', 'identity'],
    ['990301 19900101 1238', 'identity'],
    // As a workbook keeps eighteen digits: the last three are lost.
    ['990301199001011000', 'identity'],
    ['报表13800001234.xls', 'mobile'],
    ['如有疑问请电13800001234.', 'mobile'],
    ['13800001234.50', null],
    ['0.13800001234', null],
    ['990301001001', null],
    ['138000012345', null],
    ['12800001234', null],
    ['990301199013011238', null],
    ['2026-10-15', null],
    ['1,380,000', null],
    ['https://example.org/13800001234.html', null],
  ] as const)('%j: %j', (text, expected) => expect(personalNumberIn(text)).toBe(expected))

  test('is masked wherever it stands', () => {
    expect(withoutPersonalNumbers('请电13800001234或13800001235')).toBe('请电***或***')
    expect(withoutPersonalNumbers('138-0000-1234')).toBe('***')
    expect(withoutPersonalNumbers('约40')).toBe('约40')
  })
})

test.each([
  ['书记姓名', true],
  ['身 份 证 号', true],
  ['联系电话', true],
  ['性别', true],
  ['负责人', true],
  ['书记职数', false],
  ['性别比例', false],
  ['地区名称', false],
])('the heading %j is personal: %j', (text, expected) => expect(isPersonalHeading(text)).toBe(expected))

const income = (total: string) => ({
  name: '孟河县2025年.csv',
  bytes: new TextEncoder().encode(`村名称,集体经济总收入\n李村,${total}\n`),
})

test('money may have eleven digits', async () => {
  const { accepted } = await takeIn(income('13800001234'), { datasets, regions })
  expect(accepted[0]?.values.total_income_yuan).toBe(13_800_001_234)
})

test('what was typed into a column of money is not repeated when it is a personal number', async () => {
  const { findings } = await takeIn(income('99030119900101123X'), { datasets, regions })
  const finding = findings.find(({ code }) => code === 'not_an_amount')
  expect(finding?.original).toBe('***')
  expect(JSON.stringify(finding)).not.toContain('19900101')
})
