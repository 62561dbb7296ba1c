import { tableFromIPC } from 'apache-arrow'
import { expect, test } from 'vitest'
import { toArrow } from '../../src/extracts/arrow.js'
import { Warehouse } from '../../src/warehouse/warehouse.js'

test('a result comes back from Arrow as it was asked, missing values included', async () => {
  const warehouse = await Warehouse.open(':memory:')
  const result = await warehouse.result(
    `select * from (values
       ('990101', 3::bigint, 12.50::decimal(9,2), true, date '2026-10-01', 0.5::double),
       (null, null, null, null, null, null)) v(code, villages, yuan, is_pilot, day, share)`,
  )
  await warehouse.close()
  const table = tableFromIPC(toArrow(result))
  expect(table.schema.fields.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'code Utf8',
    'villages Int64',
    'yuan Float64',
    'is_pilot Bool',
    'day Utf8',
    'share Float64',
  ])
  expect(table.toArray().map((row) => row?.toJSON())).toEqual([
    { code: '990101', villages: 3n, yuan: 12.5, is_pilot: true, day: '2026-10-01', share: 0.5 },
    { code: null, villages: null, yuan: null, is_pilot: null, day: null, share: null },
  ])
})
