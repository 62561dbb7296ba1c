import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { SiteData } from '../domain/page-data.js'
import type { Lang } from '../domain/text.js'
import { emptyFolder } from './durable.js'
import { buildPages, type Run } from './site-build.js'
import { findLeaks, finishPages, sizeOf } from './site-finish.js'

export interface SiteOptions {
  /** Folder of the page data: `site.json`, `overview.json`, …, `regions/<code>.json`. */
  pageData: string
  /** Where the site is put; must not be there yet. */
  out: string
  /** A folder to work in; left behind for a look when a build fails. */
  work: string
  lang: Lang
  effects?: { run?: Run }
}

/**
 * Builds the site from page data: static files that load nothing from anywhere else. `out` appears in one piece or not at all.
 * Throws with Framework's output when it does not build, and with the list of leaks when it would reach out of its origin.
 */
export async function buildSite(options: SiteOptions): Promise<{ pages: number; bytes: number }> {
  const { pageData, out, lang, effects = {} } = options
  const work = await emptyFolder(join(options.work, `site-${lang}`))
  const site = JSON.parse(await readFile(join(pageData, 'site.json'), 'utf8')) as SiteData
  const built = await buildPages({ pageData, work }, lang, site.as_of, effects.run)
  const pages = await finishPages(built, lang)
  const leaks = await findLeaks(built)
  if (leaks.length > 0) throw new Error(`the site would load what an intranet does not have:\n${leaks.join('\n')}`)
  const bytes = await sizeOf(built)
  await mkdir(dirname(out), { recursive: true })
  await move(built, out)
  await rm(work, { recursive: true, force: true })
  return { pages, bytes }
}

/** Renames, or copies when the two folders are on different disks. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    await cp(from, to, { recursive: true })
  }
}
