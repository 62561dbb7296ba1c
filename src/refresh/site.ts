import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { SiteData } from '../domain/page-data.js'
import { Lang } from '../domain/text.js'
import { emptyFolder } from './durable.js'
import { buildPages, type Run } from './site-build.js'
import { finishPages } from './site-finish.js'
import { findLeaks } from './site-leaks.js'
import { overBudget, type PageWeight, weighPages } from './site-weight.js'
import { waitForAll } from './wait-for-all.js'

export interface SiteOptions {
  /** Folder of the page data: `site.json`, `overview.json`, …, `regions/<code>.json`. */
  pageData: string
  /** Where the site is put; must not be there yet. */
  out: string
  /** A folder to work in; left behind for a look when a build fails. */
  work: string
  effects?: { run?: Run }
}

/**
 * Builds the site from page data, in every language: static files that load nothing from anywhere else. `out` appears in one piece or not
 * at all; Chinese lies at its root, English in `en/`. Throws with Framework's output when it does not build, with the list of leaks when
 * it would reach out of its origin, and for the sample city with the pages that are over their budget: elsewhere pages grow with the
 * regions and months of the place, and its figures are not held back for that.
 */
export async function buildSite({ pageData, out, work, effects }: SiteOptions): Promise<PageWeight[]> {
  const site = JSON.parse(await readFile(join(pageData, 'site.json'), 'utf8')) as SiteData
  const folderOf = (lang: Lang) => join(work, `site-${lang}`)
  const build = async (lang: Lang) => {
    const folder = await emptyFolder(folderOf(lang))
    const built = await buildPages({ pageData, work: folder }, lang, site.as_of, effects?.run)
    await finishPages(built, lang)
    return built
  }
  const [zh, en] = await waitForAll([build('zh'), build('en')])
  await move(en, join(zh, 'en'))
  const leaks = await findLeaks(zh)
  if (leaks.length > 0) throw new Error(`the site would load what an intranet does not have:\n${leaks.join('\n')}`)
  const weights = await weighPages(zh)
  const heavy = overBudget(weights)
  if (site.sample && heavy.length > 0) throw new Error(`pages cost more than they may:\n${heavy.join('\n')}`)
  await mkdir(dirname(out), { recursive: true })
  await move(zh, out)
  for (const lang of Lang.options) await rm(folderOf(lang), { recursive: true, force: true })
  return weights
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
