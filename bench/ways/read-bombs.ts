// Opens every workbook of a folder as intake does; each has to be refused. Prints the seconds that the slowest one took.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openFile } from '../../src/intake/reading/open-file.js'

const [folder = 'bombs'] = process.argv.slice(2)
let slowest = 0
for (const name of readdirSync(folder)) {
  const bytes = readFileSync(join(folder, name))
  const started = performance.now()
  if (!('severity' in (await openFile({ name, bytes })))) throw new Error(`${name} was opened`)
  slowest = Math.max(slowest, (performance.now() - started) / 1000)
}
console.log(JSON.stringify({ slowest }))
