import { expect, test } from 'vitest'
import { returnedNames } from '../../../src/intake/marked/file-names.js'
import { receiptText } from '../../../src/intake/marked/receipt-text.js'
import { context, judged, receiptOf, textFile } from './copies.js'
import { stipendText } from './returns.js'

test('a receipt says what came, when, and what became of it', async () => {
  const one = await judged(textFile('东城区2026年10月.csv', stipendText))
  const { sha256, bytes } = receiptOf(one.file)
  expect(receiptText(one, '2026-10/东城区2026年10月-退回.xlsx', context)).toBe(
    [
      '\ufeff报表回执',
      '',
      '文件名：东城区2026年10月.csv',
      `SHA-256：${sha256}`,
      `大小：${bytes} 字节`,
      // 18:30:05 of 2 November in UTC.
      '收到时间：2026-11-03 02:30:05（北京时间）',
      '报表：村党组织书记报酬落实情况表',
      '填报单位：东城区（990301）',
      '报告期：2026年10月',
      '处理结果：部分接受：合格的 1 行入库，其余 2 行退回，请改正后把整份报表重报。',
      '行数：收到 3 行，入库 1 行，退回 2 行（收到 = 入库 + 退回）',
      '须改正：2 处',
      '请说明：1 处',
      '退回文件：东城区2026年10月-退回.xlsx',
      '',
    ].join('\r\n'),
  )
})

test('a receipt of a file that was only checked says so', async () => {
  const one = await judged(textFile('张三13800001234.csv', stipendText))
  const text = receiptText({ ...one, trial: true }, null, context)
  expect(text).toMatch(/^\ufeff报表回执（试查，未正式报送，未入库）\r\n\r\n文件名：张三\*\*\*\.csv\r\n/)
  expect(text).toMatch(/文件时间：.*退回文件：无\r\n$/s)
})

test.each([
  ['甲县.csv', 1, '甲县-退回.xlsx'],
  ['甲县.csv', 2, '甲县-退回(2).xlsx'],
  ['2026-10/甲县/报表.v2.xlsx', 1, '2026-10/甲县/报表.v2-退回.xlsx'],
  ['甲县-退回.xlsx', 1, '甲县-退回.xlsx'],
  ['甲县-退回(2).xlsx', 1, '甲县-退回.xlsx'],
  ['甲县-退回 (1)-退回.xlsx', 3, '甲县-退回(3).xlsx'],
  ['没有扩展名', 1, '没有扩展名-退回.xlsx'],
  ['../../x.csv', 1, 'x-退回.xlsx'],
  ['..\\..\\x.csv', 1, 'x-退回.xlsx'],
  ['/etc/x.csv', 1, 'etc/x-退回.xlsx'],
  ['a:b*?.csv', 1, 'a_b__-退回.xlsx'],
  ['.csv', 1, '.csv-退回.xlsx'],
  ['...', 1, '_-退回.xlsx'],
  ['李村13800001234.csv', 1, '李村***-退回.xlsx'],
])('%s, number %i: %s', (name, number, copy) => {
  // A star is not a sign that every system takes in a name.
  expect(returnedNames(name, number).copy).toBe(copy.replace('***', '___'))
})

test('a name that is as long as a file system allows still has a copy', () => {
  const { copy, receipt } = returnedNames(`${'甲'.repeat(84)}.csv`, 12)
  for (const name of [copy, receipt]) expect(Buffer.byteLength(name)).toBeLessThan(256)
})
