import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Judged } from '../domain/submission.js'
import { type IntakeContext, takeIn } from '../intake/take-in.js'
import { createRawTables } from '../warehouse/raw-tables.js'
import { Warehouse } from '../warehouse/warehouse.js'
import { bulkBytes, judgedOf, takeInFile } from './take-in-file.js'

/** What would become of a file; nothing of it is kept. A large one is staged in a warehouse of its own in a temporary folder. */
export async function checkFile(path: string, context: IntakeContext): Promise<Judged> {
  const name = basename(path)
  const { size } = await stat(path)
  if (size <= bulkBytes) return judgedOf({ result: await takeIn({ name, bytes: await readFile(path) }, context) })
  const folder = await mkdtemp(join(tmpdir(), 'jiceng-check-'))
  const warehouse = await Warehouse.open(join(folder, 'check.duckdb'))
  try {
    await createRawTables(warehouse, context.datasets)
    return judgedOf(await takeInFile(warehouse, { name, path }, context, folder))
  } finally {
    await warehouse.close()
    await rm(folder, { recursive: true, force: true })
  }
}
