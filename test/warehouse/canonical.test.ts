import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalTables } from '../../src/warehouse/canonical.js'
import { firstDifference } from '../../src/warehouse/first-difference.js'
import { Warehouse } from '../../src/warehouse/warehouse.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiceng-canonical-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A warehouse file made by these statements. */
async function made(name: string, ...statements: string[]): Promise<string> {
  const path = join(folder, name)
  await rm(path, { force: true })
  const warehouse = await Warehouse.open(path)
  await warehouse.run('create schema marts')
  for (const sql of statements) await warehouse.run(sql)
  await warehouse.close()
  return path
}

const table = 'create table marts.values (code varchar, count bigint, value double)'
const rows = ["('990101', 3, 0.1)", "('990102', null, 78.25)", "('', 3, 0.1)"]

describe('the canonical form of a warehouse', () => {
  test('does not know the order of rows, of columns or of inserts', async () => {
    const left = await made(
      'left',
      table,
      `insert into marts.values values ${rows.join(', ')}`,
      'create view marts.seen as select code from marts.values',
    )
    const right = await made(
      'right',
      'create table marts.values (value double, code varchar, count bigint)',
      ...[...rows].reverse().map((row) => `insert into marts.values (code, count, value) values ${row}`),
      "insert into marts.values values (1, 'x', 1)",
      "delete from marts.values where code = 'x'",
      // What the one keeps as a view the other may keep as a table.
      'create table marts.seen as select code from marts.values',
    )
    expect(await firstDifference(left, right)).toBeNull()
  })

  test('names the first table and row that differ', async () => {
    const left = await made('left', table, `insert into marts.values values ${rows.join(', ')}`)
    const right = await made(
      'right',
      table,
      `insert into marts.values values ${rows.join(', ')}`,
      "update marts.values set value = 78.5 where code = '990102'",
      'create table marts.zebra (code varchar)',
    )
    expect(await firstDifference(left, right)).toEqual({
      table: 'marts.values',
      kind: 'rows',
      left: { code: '990102', count: null, value: 78.25 },
      right: { code: '990102', count: null, value: 78.5 },
    })
  })

  test('sees a row that is there twice, a table that is not there, and another type', async () => {
    const once = await made('once', table, `insert into marts.values values ${rows[0]}`)
    const twice = await made('twice', table, `insert into marts.values values ${rows[0]}, ${rows[0]}`)
    const row = { code: '990101', count: 3, value: 0.1 }
    expect(await firstDifference(once, twice)).toMatchObject({ kind: 'rows', left: null, right: row })
    const empty = await made('empty')
    expect(await firstDifference(empty, once)).toEqual({ table: 'marts.values', kind: 'missing_left' })
    expect(await firstDifference(once, empty)).toEqual({ table: 'marts.values', kind: 'missing_right' })
    const other = await made('other', 'create table marts.values (code varchar, count integer, value double)')
    expect(await firstDifference(once, other)).toMatchObject({ kind: 'columns' })
  })

  test('tells any two sets of rows apart, and no set from itself shuffled', async () => {
    const cell = fc.option(fc.constantFrom('', 'n', '1', '1:1', 'nn', '2:n1', '地'), { nil: null })
    const some = fc.array(fc.tuple(cell, cell), { maxLength: 5 })
    const warehouse = await Warehouse.open(':memory:')
    const formOf = async (list: readonly (readonly (string | null)[])[]) => {
      await warehouse.run('create or replace table main.cells (a varchar, b varchar)')
      await warehouse.append('main', 'cells', list)
      return JSON.stringify(await canonicalTables(warehouse))
    }
    const sorted = (list: readonly unknown[]) => JSON.stringify(list.map((row) => JSON.stringify(row)).sort())
    await fc.assert(
      fc.asyncProperty(some, some, async (left, right) => {
        const form = await formOf(left)
        expect(await formOf([...left].reverse())).toBe(form)
        expect((await formOf(right)) === form).toBe(sorted(left) === sorted(right))
      }),
      { numRuns: 200 },
    )
    // Rows that would look alike if values were only put after one another.
    expect(await formOf([['n', '1']])).not.toBe(await formOf([[null, '1']]))
    expect(await formOf([['11', '1']])).not.toBe(await formOf([['1', '11']]))
    await warehouse.close()
  }, 60_000)
})
