import { expect, test } from 'vitest'
import { stipend } from '../../pipelines/stipend/return.js'
import { Brought } from '../../src/warehouse/brought.js'
import { knownIn } from '../../src/warehouse/known-values.js'
import { createRawTables } from '../../src/warehouse/raw-tables.js'
import { Warehouse } from '../../src/warehouse/warehouse.js'

test('what is known of a period is what was received last for it, unit by unit, within the digits asked for', async () => {
  const warehouse = await Warehouse.open(':memory:')
  await createRawTables(warehouse, [stipend])
  await warehouse.run(`
    insert into raw.submissions (submission_id, seq, dataset, rows_loaded) values
      ('first', 0, 'stipend', 3), ('second', 1, 'stipend', 2);
    insert into raw.submission_units values
      ('first', 'stipend', '990301', '2026-09', 2), ('first', 'stipend', '990322', '2026-09', 1),
      ('second', 'stipend', '990301', '2026-09', 1), ('second', 'stipend', '990301', '2026-10', 1);
    insert into raw.stipend (submission_id, region_code, period, posts, paid_total_yuan) values
      ('first', '990301001', '2026-09', 10, 19000), ('first', '990301002', '2026-09', 7, 1),
      ('first', '990322001', '2026-09', 5, 9500.5), ('second', '990301001', '2026-09', 11, null),
      ('second', '990301001', '2026-10', 12, 1);`)
  const known = knownIn(warehouse, await Brought.read(warehouse))
  const ask = async (within: string) =>
    Object.fromEntries(
      await known({ dataset: 'stipend', period: '2026-09', columns: ['posts', 'paid_total_yuan'], within }),
    )
  // The second file replaces the whole return of 990301 for September, so 990301002 is no longer known.
  expect(await ask('')).toEqual({
    990301001: { posts: 11, paid_total_yuan: null },
    990322001: { posts: 5, paid_total_yuan: 9500.5 },
  })
  expect(Object.keys(await ask('990322'))).toEqual(['990322001'])
  expect(Object.keys(await ask('990301001'))).toEqual(['990301001'])
  expect(await ask('991')).toEqual({})
  await warehouse.close()
})
