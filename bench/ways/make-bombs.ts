// Writes the workbooks that are small to send and huge to open into a folder: those of the hostile tests. Argument: the folder.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bomb, manyParts } from '../../test/intake/hostile-files.js'

const [folder = 'bombs'] = process.argv.slice(2)
const fixtures = join(import.meta.dirname, '../../test/fixtures/intake')
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'honest.xlsx'), bomb())
writeFileSync(join(folder, 'says-900-kB.xlsx'), bomb(900_000))
writeFileSync(join(folder, 'says-140-MB.xlsx'), bomb(140 * 1024 * 1024))
writeFileSync(join(folder, 'parts.xlsx'), manyParts(2001))
for (const name of [
  'bomb-ratio',
  'bomb-declared',
  'bomb-lying-size',
  'bomb-overlapping',
  'bomb-entities',
  'bomb-depth',
])
  copyFileSync(join(fixtures, name, 'input.xlsx'), join(folder, `${name}.xlsx`))
