import { access, mkdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Period } from '../../src/domain/period.js'
import { generateSample, type SampleFile, type SampleOptions } from './generate.js'
import { nationalFiles } from './national-files.js'

/** What writing the sample does to the outside. */
export interface SampleEffects {
  readFile(path: string): Promise<Uint8Array>
  exists(path: string): Promise<boolean>
  mkdir(path: string): Promise<void>
  writeFile(path: string, bytes: Uint8Array): Promise<void>
  /** Sets the time at which a file was received. */
  setTime(path: string, time: Date): Promise<void>
}

const fileSystem: SampleEffects = {
  readFile: (path) => readFile(path),
  exists: (path) =>
    access(path).then(
      () => true,
      () => false,
    ),
  mkdir: async (path) => {
    await mkdir(path, { recursive: true })
  },
  writeFile: (path, bytes) => writeFile(path, bytes),
  setTime: (path, time) => utimes(path, time, time),
}

/** Tables that are kept by hand, beside this folder. */
const kept = fileURLToPath(new URL('../reference/', import.meta.url))

/**
 * Writes the fictional city, or its province, below `home`: `reference/` and `inbox/`, with the time of receipt as each return's modification time.
 * A reference table that is already there stays as it is: it may have been edited.
 * @returns how many files were written, and their bytes
 */
export async function writeSample(
  home: string,
  options: SampleOptions & { effects?: SampleEffects },
): Promise<{ files: number; bytes: number }> {
  const effects = options.effects ?? fileSystem
  const written = { files: 0, bytes: 0 }
  for (const file of [...(await generateSample(options)), ...(await keptFiles(effects, options.to))]) {
    const path = join(home, file.path)
    if (file.received_at === null && (await effects.exists(path))) continue
    await effects.mkdir(dirname(path))
    await effects.writeFile(path, file.bytes)
    if (file.received_at !== null) await effects.setTime(path, new Date(file.received_at))
    written.files += 1
    written.bytes += file.bytes.length
  }
  return written
}

async function keptFiles(effects: SampleEffects, to: Period): Promise<SampleFile[]> {
  const thresholds = await effects.readFile(join(kept, 'thresholds.csv'))
  const national = await effects.readFile(join(kept, 'national.csv'))
  return [{ path: 'reference/thresholds.csv', bytes: thresholds, received_at: null }, ...nationalFiles(national, to)]
}
