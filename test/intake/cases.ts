import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dataset } from '../../src/domain/dataset.js'
import type { IntakeResult } from '../../src/domain/submission.js'
import type { ReceivedFile } from '../../src/intake/reading/open-file.js'
import { type IntakeContext, takeIn } from '../../src/intake/take-in.js'
import { datasets } from './datasets.js'
import { regions } from './regions.js'

/** The folder of all cases. */
export const fixtures = join(import.meta.dirname, '../fixtures/intake')

/** Every case: a folder with the file as it came and what is expected of it. */
export const cases = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** What a case may say beside its file: the name it came under, the day, and what was accepted before (`dataset/region/period`). */
interface Setting {
  name?: string
  received_on?: string
  known?: Record<string, Record<string, number>>
}

/** A case's file, under the name it came with. */
export function caseFile(name: string): ReceivedFile {
  const folder = join(fixtures, name)
  const input = readdirSync(folder).find((file) => file.startsWith('input.')) as string
  return { name: settingOf(name).name ?? input, bytes: readFileSync(join(folder, input)) }
}

function settingOf(name: string): Setting {
  const path = join(fixtures, name, 'setting.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}

/** What intake makes of a case's file, read as the declarations say. */
export async function takeInCase(name: string, declared: readonly Dataset[] = datasets): Promise<IntakeResult> {
  const setting = settingOf(name)
  const context: IntakeContext = {
    datasets: declared,
    regions,
    ...(setting.received_on ? { received_on: setting.received_on } : {}),
    known: async ({ dataset, period, within }) =>
      new Map(
        Object.entries(setting.known ?? {}).flatMap(([key, values]) => {
          const [of, region = '', when] = key.split('/')
          return of === dataset && when === period && region.startsWith(within) ? [[region, values] as const] : []
        }),
      ),
  }
  return takeIn(caseFile(name), context)
}
