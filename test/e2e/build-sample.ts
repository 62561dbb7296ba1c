import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { RefreshReport } from '../../src/refresh/report.js'
import { jiceng } from './jiceng.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** A home with the sample city, refreshed once. */
    home: string
    /** What that refresh said. */
    report: RefreshReport
  }
}

/** Makes and publishes the sample city once, for all end-to-end tests. They must leave it as they found it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'jiceng-e2e-'))
  const sample = await jiceng('sample', '--home', home)
  if (sample.code !== 0) throw new Error(sample.stderr)
  const refreshed = await jiceng('refresh', '--home', home, '--json')
  if (refreshed.code !== 0) throw new Error(refreshed.stderr)
  project.provide('home', home)
  project.provide('report', JSON.parse(refreshed.stdout))
  return () => rm(home, { recursive: true, force: true })
}
