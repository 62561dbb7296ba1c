import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import fc from 'fast-check'
import { messages } from '../../src/intake/messages.js'
import { takeIn } from '../../src/intake/take-in.js'
import { cases, fixtures } from '../intake/cases.js'
import { datasets } from '../intake/datasets.js'
import { regions } from '../intake/regions.js'
import { type Damage, textDamage, workbookDamage } from './damage.js'
import { unzip } from './zip.js'

/** A file of the corpus that is spoilt. */
interface Seed {
  name: string
  extension: string
  bytes: Buffer
}

/** The seconds that any file, however spoilt, may take. */
const patience = 20

function seedsOf(extensions: readonly string[]): Seed[] {
  return cases.flatMap((name) => {
    const input = readdirSync(join(fixtures, name)).find((file) => file.startsWith('input.'))
    const extension = extname(input ?? '')
    if (!input || !extensions.includes(extension)) return []
    const bytes = readFileSync(join(fixtures, name, input))
    return bytes.length > 300_000 || (extension === '.xlsx' && !isArchive(bytes)) ? [] : [{ name, extension, bytes }]
  })
}

/** Hostile workbooks of the corpus are no good as a start: they are refused before anything is read. */
function isArchive(bytes: Buffer): boolean {
  try {
    const entries = unzip(bytes)
    return entries.has('xl/workbook.xml') && [...entries.values()].every(({ length }) => length < 1_000_000)
  } catch {
    return false
  }
}

/** What has to hold for whatever comes in. Throws with what did not. */
async function hold(seed: Seed, damages: readonly Damage[]): Promise<void> {
  const bytes = damages.reduce((spoilt, { to }) => to(spoilt), seed.bytes)
  const started = performance.now()
  const result = await takeIn(
    { name: `input${seed.extension}`, bytes },
    { datasets, regions, known: async () => new Map() },
  )
  const seconds = (performance.now() - started) / 1000
  if (seconds > patience) throw new Error(`took ${seconds} s`)
  const { rows, accepted, findings, verdict } = result
  if (rows.in !== rows.loaded + rows.rejected || accepted.length !== rows.loaded)
    throw new Error(`rows do not add up: ${JSON.stringify(rows)}`)
  if ((verdict === 'refused') !== (rows.loaded === 0)) throw new Error(`${verdict} with ${rows.loaded} rows loaded`)
  if (verdict !== 'accepted' && findings.length === 0) throw new Error(`${verdict} without a word`)
  for (const { message, code } of findings) {
    if (/\{\w+\}/.test(message.zh) && Object.keys(messages).includes(code) && !/\{\w+\}/.test(bytes.toString()))
      throw new Error(`a sentence is not filled in: ${message.zh}`)
    if (message.zh.trim() === '' || message.en.trim() === '') throw new Error(`no sentence for ${code}`)
  }
  for (const { region_code, values } of accepted)
    for (const [name, value] of Object.entries(values))
      if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${region_code} ${name} is ${value}`)
}

/**
 * Spoils files of the corpus at random and takes them in. Stops after the milliseconds or the number of runs, whichever is first.
 * Gives how many files were tried, and the first that did not hold, made as small as could be.
 */
export async function fuzzIntake(
  kind: 'text' | 'workbook',
  limits: { milliseconds: number; runs: number; seed: number },
) {
  const seeds = kind === 'text' ? seedsOf(['.csv', '.tsv', '.txt']) : seedsOf(['.xlsx'])
  const damage = kind === 'text' ? textDamage : workbookDamage
  const property = fc.asyncProperty(fc.constantFrom(...seeds), damage, hold)
  const details = await fc.check(property, {
    seed: limits.seed,
    numRuns: limits.runs,
    interruptAfterTimeLimit: limits.milliseconds,
    markInterruptAsFailure: false,
    skipAllAfterTimeLimit: limits.milliseconds * 2,
  })
  const [seed, damages] = details.counterexample ?? []
  return {
    runs: details.numRuns,
    failure:
      details.failed && seed && damages
        ? {
            case: seed.name,
            extension: seed.extension,
            damages: damages.map(({ what }) => what),
            error: String(details.errorInstance),
            bytes: damages.reduce((spoilt, { to }) => to(spoilt), seed.bytes),
          }
        : null,
  }
}
