// Opens a workbook as intake does, without looking for a table in it. Argument: the file. Without one: what it costs to start.
import { readFileSync } from 'node:fs'
import { openFile } from '../../src/intake/reading/open-file.js'

const [path] = process.argv.slice(2)
if (path !== undefined) {
  const opened = await openFile({ name: path, bytes: readFileSync(path) })
  if ('severity' in opened) throw new Error(opened.message.en)
  console.log(opened.grids.map(({ rows }) => rows.length).join(' '))
}
