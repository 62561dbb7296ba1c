import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modelFolder, topics } from '../../pipelines/index.js'
import { grainOf, inOrder, type OrderedModel, readModels, tableOf, tablesRead } from '../../src/warehouse/model.js'
import { makeAnew, runAudits } from '../../src/warehouse/transform.js'
import { QueryError, Warehouse } from '../../src/warehouse/warehouse.js'

let warehouse: Warehouse
beforeAll(async () => {
  warehouse = await Warehouse.open(':memory:')
})
afterAll(() => warehouse.close())

const model = (table: string, sql: string): OrderedModel => ({
  table,
  sql,
  grain: ['a'],
  reach: { kind: 'whole' as const },
  keepsOrder: false,
  reads: [],
  files: [`${table}.sql`],
})

describe('order', () => {
  test('rows of a year are stored together, each line over time in itself, unless their order is kept', async () => {
    const given = ['b 2025-02', 'a 2026-01', 'b 2025-01', 'a 2025-02']
    const rows = given.map((row) => `('${row.replace(' ', "', '")}')`).join(', ')
    const made = {
      ...model('marts.lines', `select * from (values ${rows}) as t(line, period)`),
      grain: ['line', 'period'],
    }
    const stored = async (keepsOrder: boolean) => {
      await warehouse.run('create schema if not exists marts')
      await makeAnew(warehouse, { ...made, keepsOrder })
      const found = await warehouse.query<{ row: string }>(
        "select line || ' ' || period as row from marts.lines order by rowid",
      )
      return found.map(({ row }) => row)
    }
    expect(await stored(false)).toEqual(['a 2025-02', 'b 2025-01', 'b 2025-02', 'a 2026-01'])
    expect(await stored(true)).toEqual(given)
  })

  test('each model comes after what it reads, also in a subquery or an import CTE', async () => {
    const models = [
      model('marts.c', 'with b as (select * from marts.b) select a from b where exists (select 1 from staging.a)'),
      model('marts.b', 'select a from staging.a join raw.x using (a)'),
      model('staging.a', 'select a from raw.x'),
    ]
    expect((await inOrder(warehouse, models)).map(({ table }) => table)).toEqual(['staging.a', 'marts.b', 'marts.c'])
  })

  test('models that read each other, or a table that nothing makes, are named', async () => {
    const circle = [model('marts.a', 'select a from marts.b'), model('marts.b', 'select a from marts.a')]
    await expect(inOrder(warehouse, circle)).rejects.toThrow('marts.a -> marts.b -> marts.a')
    await expect(inOrder(warehouse, [model('marts.a', 'select a from marts.nowhere')])).rejects.toThrow(
      'no model makes marts.nowhere',
    )
  })

  test('a model that is no SQL keeps the text and the reason', async () => {
    await expect(tablesRead(warehouse, ['select 1', 'selct 1'])).rejects.toThrow(QueryError)
  })
})

describe('naming', () => {
  test('the path names the table', () => {
    expect(tableOf('coverage/staging.sql')).toBe('staging.coverage')
    expect(tableOf('shared/alerts.sql')).toBe('marts.alerts')
    expect(tableOf('income/bands.sql')).toBe('marts.income_bands')
    expect(tableOf('coverage/indicators.sql')).toBe(tableOf('income/indicators.sql'))
  })

  test('a model without a grain is refused', () => {
    expect(() => grainOf('x.sql', '-- one row is a thing\nselect 1')).toThrow('x.sql')
  })
})

test('a repeated or missing key is found by the grain', async () => {
  await warehouse.run(
    'create schema if not exists marts; create or replace table marts.t as select * from (values (1), (1), (null)) v(a)',
  )
  const { failures, run } = await runAudits(warehouse, [model('marts.t', '')], [])
  expect(run).toBe(1)
  expect(failures).toMatchObject([{ name: 'grain/marts.t', rows: 2 }])
})

describe('the models of this installation', () => {
  test('say in the first line what one row is, import first, and end in a plain select', async () => {
    const { models } = await readModels(modelFolder)
    expect(models.length).toBeGreaterThan(15)
    for (const { sql, files } of models) {
      for (const text of sql.split('\nunion all\n(\n').map((part) => part.replace(/^\(\n/, ''))) {
        expect(text, files[0]).toMatch(/^-- one row is /)
        expect(text.trim().replace(/\n\)$/, ''), files[0]).toMatch(/\nselect \* from \w+$/)
      }
    }
  })

  test('keep to the SQL that DuckDB and Trino share', async () => {
    const { models, audits } = await readModels(modelFolder)
    const foreign = [
      /::/,
      /\bqualify\b/i,
      /\bgroup by all\b/i,
      /\basof\b/i,
      /\bmedian\s*\(/i,
      /\bpivot\b/i,
      /\[/,
      /\bexclude\b/i,
      /\bstrftime\b/i,
      /\bilike\b/i,
      /\bunion by name\b/i,
      /\bfilter\s*\(\s*where/i,
    ]
    for (const { sql, name } of [...models.map(({ sql, table }) => ({ sql, name: table })), ...audits]) {
      const code = sql.replace(/--.*$/gm, '')
      for (const pattern of foreign) expect(code, name).not.toMatch(pattern)
    }
  })

  test('make the parts of every indicator that is declared, and of no other', async () => {
    const { models } = await readModels(modelFolder)
    const made = models
      .filter(({ table }) => table === 'marts.indicator_parts' || table === 'marts.indicator_direct')
      .flatMap(({ sql }) => [...sql.matchAll(/'(\w+)' as indicator_id/g)].map((match) => match[1]))
    const declared = topics.flatMap(({ indicators }) => indicators.map(({ id }) => id))
    expect(made.sort()).toEqual(declared.sort())
  })
})
