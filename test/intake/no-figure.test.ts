import { expect, test } from 'vitest'
import { isApproximate, isUnverified, nothingIn } from '../../src/intake/rows/no-figure.js'

test('what says that there is no figure, and why', () => {
  for (const text of [
    '无',
    '没有',
    '无此项',
    '不适用',
    '不涉及',
    '—',
    '——',
    '-',
    '－',
    '/',
    '／',
    '//',
    'N/A',
    'n/a',
    ' — ',
  ])
    expect(nothingIn(text), text).toBe('not_applicable')
  for (const text of ['保密', '涉密', '不宜公开', '***', '＊＊']) expect(nothingIn(text), text).toBe('withheld')
  for (const text of ['0', '-1', '1/2', '无锡', '无此项目3个', '待核', '', '约0'])
    expect(nothingIn(text), text).toBeNull()
})

test('what somebody still has to find out', () => {
  for (const text of ['待核', '待核实', '待定', '未统计', '尚未上报', '不详', '？', '??', '未知'])
    expect(isUnverified(text), text).toBe(true)
  for (const text of ['0', '未', '待遇', '40', '无']) expect(isUnverified(text), text).toBe(false)
})

test('what is not exact', () => {
  for (const text of [
    '约40%',
    '近2%',
    '大约40',
    '将近 40 家',
    '40左右',
    '40余家',
    '40多',
    '30以上',
    '超过40',
    '不足5家',
    '>40',
    '≥40',
    '10-20',
    '10~20',
    '3至5家',
    '４０左右',
  ])
    expect(isApproximate(text), text).toBe(true)
  for (const text of ['40', '-40', '40%', '1,900元', '2026-10-01', '1.23万元', '约', '左右', '三十'])
    expect(isApproximate(text), text).toBe(false)
})
