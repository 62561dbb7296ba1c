import { expect, test } from 'vitest'
import { columns, runModel } from './given.js'

const regions = 'marts.regions(region_code varchar, valid_from varchar, valid_to varchar)'
const changes =
  'raw.region_changes(month varchar, month_before varchar, kind varchar, from_code varchar, to_code varchar)'
const lineageOf = async (regionRows: string[][], changeRows: string[][]) =>
  columns(
    await runModel('shared/lineage.sql', { [regions]: regionRows, [changes]: changeRows }, 'region_code, valid_from'),
    'region_code',
    'valid_from',
    'current_code',
  )

test('a code is followed through every change to the one of today', async () => {
  const rows = await lineageOf(
    [
      ['a', '2000-01', '2009-12'],
      ['b', '2010-01', '2019-12'],
      ['c', '2020-01', '9999-12'],
      ['d', '2000-01', '2019-12'],
    ],
    [
      ['2010-01', '2009-12', 'recode', 'a', 'b'],
      ['2020-01', '2019-12', 'merge', 'b', 'c'],
      ['2020-01', '2019-12', 'merge', 'd', 'c'],
    ],
  )
  expect(rows).toEqual([
    ['a', '2000-01', 'c'],
    ['b', '2010-01', 'c'],
    ['c', '2020-01', 'c'],
    ['d', '2000-01', 'c'],
  ])
})

test('a code that is given to another place later keeps two lines apart', async () => {
  const rows = await lineageOf(
    [
      ['a', '2000-01', '2009-12'],
      ['b', '2010-01', '9999-12'],
      ['a', '2015-01', '2019-12'],
      ['c', '2020-01', '9999-12'],
    ],
    [
      ['2010-01', '2009-12', 'recode', 'a', 'b'],
      ['2020-01', '2019-12', 'recode', 'a', 'c'],
    ],
  )
  expect(rows).toEqual([
    ['a', '2000-01', 'b'],
    ['a', '2015-01', 'c'],
    ['b', '2010-01', 'b'],
    ['c', '2020-01', 'c'],
  ])
})

test('a split, and a region that was simply closed, lead nowhere else', async () => {
  const rows = await lineageOf(
    [
      ['a', '2000-01', '2009-12'],
      ['b', '2010-01', '9999-12'],
      ['c', '2010-01', '9999-12'],
    ],
    [
      ['2010-01', '2009-12', 'split', 'a', 'b'],
      ['2010-01', '2009-12', 'split', 'a', 'c'],
    ],
  )
  expect(rows).toEqual([
    ['a', '2000-01', 'a'],
    ['b', '2010-01', 'b'],
    ['c', '2010-01', 'c'],
  ])
})
