import { expect, test } from 'vitest'
import { QueryError, Warehouse } from '../../src/warehouse/warehouse.js'

const slow = 'select count(*) as n from range(30000000) a(x) where x % 7 = 3'

test('closing waits for a query that is still running', async () => {
  const warehouse = await Warehouse.open(':memory:')
  const answer = warehouse.query(slow)
  await warehouse.close()
  // Numbers below 30,000,000 that leave 3: 3, 10, …, 29,999,994.
  expect(await answer).toEqual([{ n: (29_999_994 - 3) / 7 + 1 }])
})

test('of several queries at once, one that fails neither stops the others nor the closing', async () => {
  const warehouse = await Warehouse.open(':memory:')
  const answers = [warehouse.query(slow), warehouse.query('select nothing'), warehouse.query('select 1 as n')]
  await expect(Promise.all(answers)).rejects.toBeInstanceOf(QueryError)
  await warehouse.close()
  await warehouse.close()
  expect((await Promise.allSettled(answers)).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
})

test('closing waits for rows that are still being appended', async () => {
  const warehouse = await Warehouse.open(':memory:')
  await warehouse.run('create schema raw; create table raw.t (n bigint)')
  const appended = warehouse.append(
    'raw',
    't',
    Array.from({ length: 5000 }, (_, n) => [BigInt(n)]),
  )
  await warehouse.close()
  await expect(appended).resolves.toBeUndefined()
})

test('counts and decimals are numbers, days and times text, and nothing is nothing', async () => {
  const warehouse = await Warehouse.open(':memory:')
  const rows = await warehouse.query(
    `select 3::bigint as count, 12.50::decimal(18,2) as yuan, date '2026-10-01' as day,
       timestamp '2026-10-01 02:03:04' as time, null::varchar as nothing, true as is_pilot`,
  )
  await warehouse.close()
  expect(rows).toEqual([
    { count: 3, yuan: 12.5, day: '2026-10-01', time: '2026-10-01T02:03:04Z', nothing: null, is_pilot: true },
  ])
})
