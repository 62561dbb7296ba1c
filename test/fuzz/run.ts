// Spoils files of the corpus at random for a number of minutes, half of them text and half workbooks, and takes them in. What does not
// hold is written into a folder of its own, to become a case. npm run fuzz -- [minutes] [seed]
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fuzzIntake } from './intake-fuzz.js'

const minutes = Number(process.argv[2] ?? 10)
const firstSeed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const end = Date.now() + minutes * 60_000
const found = join(import.meta.dirname, 'found')
const runs = { text: 0, workbook: 0 }
let failures = 0
// Short rounds with a seed each: a failure ends its round, not the night.
for (let seed = firstSeed; Date.now() < end; seed++) {
  const kind = seed % 2 === 0 ? 'text' : 'workbook'
  const milliseconds = Math.min(30_000, end - Date.now())
  const { runs: tried, failure } = await fuzzIntake(kind, { milliseconds, runs: 1_000_000, seed })
  runs[kind] += tried
  if (failure === null) continue
  failures += 1
  mkdirSync(found, { recursive: true })
  writeFileSync(join(found, `${kind}-${seed}${failure.extension}`), failure.bytes)
  console.log(`seed ${seed}: ${failure.case}: ${failure.damages.join('; ')}\n  ${failure.error}`)
}
console.log(
  `${runs.text} text files and ${runs.workbook} workbooks in ${minutes} minutes from seed ${firstSeed}: ${failures} failures`,
)
process.exitCode = failures > 0 ? 1 : 0
