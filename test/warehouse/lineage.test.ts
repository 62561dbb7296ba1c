import { expect, test } from 'vitest'
import { shiftPeriod } from '../../src/domain/period.js'
import { placedRegions } from '../../src/domain/place.js'
import type { Region, RegionChange } from '../../src/domain/region.js'
import { columns, runModel } from './given.js'

const regionColumns =
  'raw.regions(region_code varchar, valid_from varchar, valid_to varchar, month_before varchar, place varchar)'
const changeColumns =
  'raw.region_changes(month varchar, month_before varchar, kind varchar, from_code varchar, to_code varchar, share decimal(5,4))'

/** Where each stretch of a code went: itself left out, as [code, from, later code, later from, share], and the unshared split on the way. */
async function lineageOf(
  regions: [code: string, from: string, to: string | null][],
  changes: [month: string, kind: RegionChange['kind'], from: string, to: string, share?: string][],
) {
  const rows = regions.map(
    ([region_code, valid_from, valid_to]): Region => ({
      ...{ region_code, valid_from, valid_to, region_name: region_code, short_name: region_code },
      ...{ region_level: 'county', parent_code: null, region_class: null },
    }),
  )
  const list = changes.map(
    ([month, kind, from_code, to_code, share = null]): RegionChange => ({
      ...{ month, kind, from_code, to_code, share, note: '' },
    }),
  )
  const found = await runModel(
    'shared/lineage.sql',
    {
      [regionColumns]: placedRegions(rows, list).map(({ region_code, valid_from, valid_to, place }) => [
        ...[region_code, valid_from, valid_to ?? '9999-12', shiftPeriod(valid_from, -1), place],
      ]),
      [changeColumns]: list.map(({ month, kind, from_code, to_code, share }) => [
        ...[month, shiftPeriod(month, -1), kind, from_code, to_code],
        share === null ? null : Number(share),
      ]),
    },
    'region_code, valid_from, later_from, later_code',
  )
  return columns(found, 'region_code', 'valid_from', 'later_code', 'later_from', 'share', 'unshared_split')
    .filter(([code, from, laterCode, laterFrom]) => code !== laterCode || from !== laterFrom)
    .map((row) => (row.at(-1) === '' ? row.slice(0, -1) : row))
}

test('a code is followed through every change, step by step', async () => {
  const rows = await lineageOf(
    [
      ['a', '2000-01', '2009-12'],
      ['b', '2010-01', '2019-12'],
      ['c', '2020-01', null],
      ['d', '2000-01', '2019-12'],
    ],
    [
      ['2010-01', 'recode', 'a', 'b'],
      ['2020-01', 'merge', 'b', 'c'],
      ['2020-01', 'merge', 'd', 'c'],
    ],
  )
  expect(rows).toEqual([
    ['a', '2000-01', 'b', '2010-01', 1],
    ['a', '2000-01', 'c', '2020-01', 1],
    ['b', '2010-01', 'c', '2020-01', 1],
    ['d', '2000-01', 'c', '2020-01', 1],
  ])
})

test('a merger into a code that lives on leads there from its month on', async () => {
  const rows = await lineageOf(
    [
      ['a', '2000-01', null],
      ['b', '2000-01', '2019-12'],
    ],
    [['2020-01', 'merge', 'b', 'a']],
  )
  expect(rows).toEqual([['b', '2000-01', 'a', '2020-01', 1]])
})

test('a code that is given to another place later keeps two lines apart, even when two exchange theirs', async () => {
  const rows = await lineageOf(
    [
      ['a', '2000-01', '2009-12'],
      ['b', '2010-01', null],
      ['a', '2015-01', '2019-12'],
      ['c', '2020-01', null],
    ],
    [
      ['2010-01', 'recode', 'a', 'b'],
      ['2020-01', 'recode', 'a', 'c'],
    ],
  )
  expect(rows).toEqual([
    ['a', '2000-01', 'b', '2010-01', 1],
    ['a', '2015-01', 'c', '2020-01', 1],
  ])
  const exchanged = await lineageOf(
    [
      ['a', '2000-01', '2009-12'],
      ['a', '2010-01', null],
      ['b', '2000-01', '2009-12'],
      ['b', '2010-01', null],
    ],
    [
      ['2010-01', 'recode', 'a', 'b'],
      ['2010-01', 'recode', 'b', 'a'],
    ],
  )
  expect(exchanged).toEqual([
    ['a', '2000-01', 'b', '2010-01', 1],
    ['b', '2000-01', 'a', '2010-01', 1],
  ])
})

test('a renamed place goes on as itself', async () => {
  const rows = await lineageOf(
    [
      ['a', '2000-01', '2009-12'],
      ['a', '2010-01', null],
    ],
    [['2010-01', 'rename', 'a', 'a']],
  )
  expect(rows).toEqual([['a', '2000-01', 'a', '2010-01', 1]])
})

test('a split without shares is marked: its parts count only together; a code that lives on through it stays itself', async () => {
  const regions: [string, string, string | null][] = [
    ['a', '2000-01', '2009-12'],
    ['b', '2010-01', null],
    ['c', '2010-01', null],
  ]
  expect(
    await lineageOf(regions, [
      ['2010-01', 'split', 'a', 'b'],
      ['2010-01', 'split', 'a', 'c'],
    ]),
  ).toEqual([
    ['a', '2000-01', 'b', '2010-01', 0.5, 'a/2009-12'],
    ['a', '2000-01', 'c', '2010-01', 0.5, 'a/2009-12'],
  ])
  expect(
    await lineageOf(
      [
        ['a', '2000-01', null],
        ['b', '2010-01', null],
      ],
      [
        ['2010-01', 'split', 'a', 'a'],
        ['2010-01', 'split', 'a', 'b'],
      ],
    ),
  ).toEqual([['a', '2000-01', 'a', '2010-01', 1]])
})

test('shares go along: a third of a half, and back to a whole where the parts are merged again', async () => {
  const rows = await lineageOf(
    [
      ['a', '2000-01', null],
      ['b', '2010-01', '2019-12'],
      ['c', '2010-01', '2014-12'],
      ['d', '2015-01', '2019-12'],
      ['e', '2015-01', '2019-12'],
      ['f', '2020-01', null],
    ],
    [
      ['2010-01', 'split', 'a', 'a', '0.2'],
      ['2010-01', 'split', 'a', 'b', '0.3'],
      ['2010-01', 'split', 'a', 'c', '0.5'],
      ['2015-01', 'split', 'c', 'd', '0.3333'],
      ['2015-01', 'split', 'c', 'e', '0.6667'],
      ['2020-01', 'merge', 'b', 'f'],
      ['2020-01', 'merge', 'd', 'f'],
      ['2020-01', 'merge', 'e', 'f'],
    ],
  )
  expect(rows.filter(([code, from]) => code === 'a' && from === '2000-01')).toEqual([
    ['a', '2000-01', 'a', '2010-01', 0.2],
    ['a', '2000-01', 'b', '2010-01', 0.3],
    ['a', '2000-01', 'c', '2010-01', 0.5],
    // Half of 0.3333 is 0.16665: rounded up, and what is left is 0.3333, so that both are 0.5 again.
    ['a', '2000-01', 'd', '2015-01', 0.1667],
    ['a', '2000-01', 'e', '2015-01', 0.3333],
    ['a', '2000-01', 'f', '2020-01', 0.8],
  ])
})
