// One way of taking in the large file, in a process of its own: `load-bulk.ts <way> <csv> <villages> <folder> [villages in
// the list of regions]`. Prints, as JSON, the seconds of its parts.
import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, rmSync } from 'node:fs'
import { cp, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse'
import { z } from 'zod'
import { receiveInbox } from '../../src/refresh/archive.js'
import { homeAt } from '../../src/refresh/home.js'
import { takeInAll } from '../../src/refresh/take-in-all.js'
import { takeInBulk } from '../../src/refresh/take-in-bulk.js'
import { putRegions } from '../../src/warehouse/bulk-regions.js'
import { createRawTables } from '../../src/warehouse/raw-tables.js'
import { Warehouse, type Writable } from '../../src/warehouse/warehouse.js'
import { benchReturn, makeRegions } from './make-bulk-csv.js'

const [way = '', csv = '', villages = '', folder = '', listed = villages] = process.argv.slice(2)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const warehouse = await Warehouse.open(join(folder, 'warehouse.duckdb'))
const datasets = [benchReturn]
const parts: Record<string, number> = {}

async function timed(part: string, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now()
  await work()
  parts[part] = (performance.now() - started) / 1000
}

const types = [
  ...['varchar', 'varchar', 'varchar'],
  ...benchReturn.columns.map(({ kind }) => (kind === 'count' ? 'bigint' : 'decimal(18,2)')),
]

/** T: the engine's typed reader, nothing checked. A dirty file has no T: the engine would stop at the first bad cell. */
const typed = () =>
  warehouse.run(`create table typed as select * from read_csv('${csv}', header = true, auto_detect = false, delim = ',',
    quote = '"', escape = '"', columns = {${types.map((type, at) => `'c${at}': '${type}'`).join(', ')}})`)

/** The obvious way: a parser of streams, a schema for each row, an appender. It knows the regions, keeps what is bad, and no more. */
async function obvious(): Promise<void> {
  const known = new Set(makeRegions(Number(villages)).map(({ region_code }) => region_code))
  const names = benchReturn.columns.map(({ name }) => name)
  const count = z.string().regex(/^\d+$/).transform(BigInt)
  const amount = z
    .string()
    .regex(/^\d+(\.\d{1,2})?$/)
    .transform(Number)
  const row = z
    .object({
      region_code: z.string().refine((code) => known.has(code)),
      region_name: z.string(),
      period: z.string().regex(/^\d{4}$/),
      ...Object.fromEntries(benchReturn.columns.map(({ name, kind }) => [name, kind === 'count' ? count : amount])),
    })
    .refine((values) => {
      const of = values as unknown as Record<string, number>
      return (
        Number(of.households_covered) <= Number(of.households) &&
        Number(of.operating_income_yuan) <= Number(of.total_income_yuan)
      )
    })
  await createRawTables(warehouse, datasets)
  await timed('obvious', async () => {
    const records = createReadStream(csv).pipe(
      parse({ bom: true, columns: ['region_code', 'region_name', 'period', ...names], from_line: 2 }),
    )
    const seen = new Set<string>()
    const bad: { line: number; problem: string }[] = []
    let rows: Writable[][] = []
    let line = 1
    for await (const record of records) {
      line += 1
      const read = row.safeParse(record)
      if (!read.success || seen.has(read.data.region_code)) {
        bad.push({ line, problem: read.success ? 'twice' : (read.error.issues[0]?.message ?? '') })
        continue
      }
      const values = read.data as unknown as Record<string, Writable>
      seen.add(read.data.region_code)
      rows.push([
        'x',
        null,
        BigInt(line),
        values.region_code ?? null,
        values.period ?? null,
        ...names.map((name) => values[name] ?? null),
      ])
      if (rows.length === 10_000) {
        await warehouse.append('raw', benchReturn.id, rows)
        rows = []
      }
    }
    await warehouse.append('raw', benchReturn.id, rows)
    await warehouse.run('checkpoint')
  })
}

/** Hash, archive to the disk, check, insert, checkpoint: what a refresh does with a file; and what it does when it comes again. */
async function whole(): Promise<void> {
  const regions = makeRegions(Number(villages))
  const home = homeAt(join(folder, 'home'))
  await createRawTables(warehouse, datasets)
  await timed('regions', () => putRegions(warehouse, regions))
  mkdirSync(home.inbox, { recursive: true })
  const received = join(home.inbox, '村级基本情况表.csv')
  await cp(csv, received)
  await utimes(received, new Date('2026-01-10'), new Date('2026-01-10'))
  // A file that changed only just now is hashed again each time; this one has lain for a while.
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  await timed('load', async () => {
    const intray = await receiveInbox(home, { store: true })
    await takeInAll(warehouse, intray.received, 0, datasets, regions, home.work, () => {})
    await warehouse.run('checkpoint')
  })
  await timed('again', async () => {
    const { arrived } = await receiveInbox(home, { store: true })
    if (arrived > 0) throw new Error('the same file was taken for a new one')
  })
}

async function stage(): Promise<void> {
  const regions = makeRegions(Number(listed))
  await createRawTables(warehouse, datasets)
  await timed('regions', () => putRegions(warehouse, regions))
  const file = { name: '村级基本情况表.csv', path: csv }
  await timed('stage', async () => {
    const taken = await takeInBulk(warehouse, file, { datasets, regions }, join(folder, 'work'))
    if (typeof taken === 'string' || taken.result.rows.in !== Number(villages)) throw new Error('not taken in')
  })
}

if (way === 'typed') await timed('typed', typed)
if (way === 'hash')
  await timed('hash', async () => {
    const hash = createHash('sha256')
    for await (const piece of createReadStream(csv)) hash.update(piece as Buffer)
    hash.digest('hex')
  })
if (way === 'stage') await stage()
if (way === 'whole') await whole()
if (way === 'obvious') await obvious()
await warehouse.close()
console.log(JSON.stringify(parts))
