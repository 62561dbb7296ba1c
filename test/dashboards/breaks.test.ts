import { expect, test } from 'vitest'
import { breakPositions, sayBreak, sayCarried, sayRenaming, shownBreaks } from '../../dashboards/components/breaks.js'
import { createView } from '../../dashboards/components/view.js'
import type { Break } from '../../src/domain/history-data.js'
import { fixtureData } from './fixture-data.js'

const { site } = fixtureData()
const zh = createView(site, { lang: 'zh', width: 1000 })
const en = createView(site, { lang: 'en', width: 1000 })
const change = (fields: Partial<Break>): Break => ({
  ...{ region_code: '990303', period: '2023-01', note: '', former: null },
  ...fields,
})

test('a boundary change says its month once, and something even where the list says nothing', () => {
  expect(sayBreak(zh, change({ note: '甲乙合并' }))).toBe('2023年1月区划调整：甲乙合并')
  expect(sayBreak(zh, change({ note: '2023年1月，甲乙合并' }))).toBe('区划调整：2023年1月，甲乙合并')
  expect(sayBreak(zh, change({}))).toBe('2023年1月河澜区区划调整')
  expect(sayBreak(en, change({ former: '原县' }))).toBe(
    'Before Jan 2023 the code 990303 was 原县’s, whose figures are not 河澜区’s and are not shown here',
  )
  expect(sayRenaming(zh, { period: '2023-01', note: '甲县更名为乙县' })).toBe('2023年1月更名：甲县更名为乙县')
})

test('a chart marks what concerns the region that is chosen, and without a choice what words say something of, once', () => {
  const breaks = [
    change({ region_code: '990325', period: '2024-05' }),
    change({ note: '甲乙合并' }),
    change({ region_code: '990325', note: '甲乙合并' }),
    change({ region_code: '990300', period: '2020-01', note: '全市' }),
  ]
  expect(shownBreaks(breaks, null, zh).map(({ period, note }) => [period, note])).toEqual([
    ['2020-01', '全市'],
    ['2023-01', '甲乙合并'],
  ])
  expect(shownBreaks(breaks, '990325', zh).map(({ period }) => period)).toEqual(['2020-01', '2023-01', '2024-05'])
  expect(shownBreaks(breaks, '990328', zh).map(({ period }) => period)).toEqual(['2020-01'])
})

test('what was carried back is said: of one region until when, of several which, of many how many', () => {
  const series = (...codes: string[]) => codes.map((region_code) => ({ region_code, carried_until: '2022-12' }))
  expect(sayCarried(zh, series('990303'), '990303')).toBe('河澜区2022年12月及以前的数字按现行区划回算')
  expect(sayCarried(zh, series('990303'), '990325')).toBeNull()
  expect(sayCarried(zh, series('990303', '990325'), null)).toBe('河澜区、石岑县：区划调整前的数字按现行区划回算')
  expect(sayCarried(zh, series('1', '2', '3', '4', '5', '6'), null)).toBe('6 个县区在区划调整前的数字按现行区划回算')
  expect(sayCarried(zh, [{ region_code: '990303', carried_until: null }], null)).toBeNull()
})

test('a small line is marked before the first period on the new boundaries, and not where nothing came before', () => {
  const breaks = [change({ period: '2023-01' })]
  expect(breakPositions(['2022-11', '2022-12', '2023-01', '2023-02'], breaks)).toEqual([2])
  expect(breakPositions(['2021', '2022', '2023'], breaks)).toEqual([2])
  expect(breakPositions(['2023-01', '2023-02'], breaks)).toEqual([])
  expect(breakPositions(['2022-11', '2022-12'], breaks)).toEqual([])
})
