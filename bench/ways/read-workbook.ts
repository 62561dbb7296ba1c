// Opens a workbook as intake does, without looking for a table in it. Argument: the file. Without one: what it costs to start.
import { readFileSync } from 'node:fs'
import { openFile } from '../../src/intake/reading/open-file.js'

const [path] = process.argv.slice(2)
if (path !== undefined) {
  const bytes = readFileSync(path)
  const started = performance.now()
  const opened = await openFile({ name: path, bytes })
  if ('severity' in opened) throw new Error(opened.message.en)
  if (opened.grids.every(({ rows }) => rows.length < 5_000)) throw new Error('not all rows were read')
  console.log(JSON.stringify({ read: (performance.now() - started) / 1000 }))
}
