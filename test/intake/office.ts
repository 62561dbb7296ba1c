import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

/** The office program of this machine; null where there is none. */
export const office: string | null =
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name)))
    .find((path) => existsSync(path)) ?? null

/** Workbooks opened, computed and saved again by the office program, under the same names. */
export async function savedByOffice(
  workbooks: Readonly<Record<string, Uint8Array>>,
): Promise<Record<string, Uint8Array>> {
  if (office === null) throw new Error('no office program here')
  const folder = await mkdtemp(join(tmpdir(), 'jiceng-office-'))
  const saved = join(folder, 'saved')
  try {
    await mkdir(saved)
    const names = Object.keys(workbooks)
    for (const name of names) await writeFile(join(folder, `${name}.xlsx`), workbooks[name] as Uint8Array)
    // A profile of its own: a program that a person has open would take the call and save nothing.
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const paths = names.map((name) => join(folder, `${name}.xlsx`))
    const options = ['--headless', profile, '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', saved, ...paths]
    await promisify(execFile)(office, options, { timeout: 110_000 })
    const read = names.map(async (name) => [name, new Uint8Array(await readFile(join(saved, `${name}.xlsx`)))] as const)
    return Object.fromEntries(await Promise.all(read))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
