import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { RegionData } from '../domain/region-data.js'
import type { Lang } from '../domain/text.js'

/** Folders of page data with a file for each region, named by its code. */
const byRegion = ['regions', 'lineage']

/** What stands for the code and the name of any region in the one page that Framework builds. The name is of no language: it gives no id. */
const anyCode = 'any-region'
const anyName = '\uE000'

/** True for page data that only the page of one region reads, by its path with `/`. */
export function isOfOneRegion(path: string): boolean {
  return byRegion.some((folder) => path.startsWith(`${folder}/`))
}

/** Lays out the page data of a region that is none, for the one page of all regions to be built with. */
export async function layOutAnyRegion(data: string): Promise<void> {
  for (const folder of byRegion) {
    await mkdir(join(data, folder), { recursive: true })
    await writeFile(join(data, folder, `${anyCode}.json`), JSON.stringify({ region: { region_name: anyName } }))
  }
}

/**
 * Writes the page of every region of the page data from the one that was built: they differ in code, name and data alone, and Framework
 * takes a tenth of a second for each. The data is the same in every language and lies among the files of Chinese.
 */
export async function writeRegionPages(site: string, pageData: string, lang: Lang): Promise<void> {
  const built = join(site, 'regions', `${anyCode}.html`)
  const text = await readFile(built, 'utf8')
  await rm(built)
  for (const folder of byRegion) await rm(join(site, '_file', 'data', folder), { recursive: true })
  for (const file of await readdir(join(pageData, 'regions'))) {
    const code = file.replace(/\.json$/, '')
    const { region }: RegionData = JSON.parse(await readFile(join(pageData, 'regions', file), 'utf8'))
    const page = await replaceEach(text, registered, async ([about, folder = '']) => {
      const data = await readFile(join(pageData, folder, file))
      const path = `_file/data/${folder}/${code}.${createHash('sha256').update(data).digest('hex').slice(0, 8)}.json`
      if (lang === 'zh') await place(join(site, path), data)
      return JSON.stringify({ ...JSON.parse(about), path: `${rootOf[lang]}${path}`, size: data.length })
    })
    const name = region.region_name.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
    await writeFile(
      join(site, 'regions', file.replace(/json$/, 'html')),
      page.replaceAll(anyCode, code).replaceAll(anyName, () => name),
    )
  }
}

/** What a page says of a file of the region to Framework, with the folder that it is in. */
const registered = new RegExp(`\\{"name":"[^"]*/data/(\\w+)/${anyCode}\\.json"[^}]*\\}`, 'g')

/** The address of the root of the whole site from the page of a region. */
const rootOf: Record<Lang, string> = { zh: '../', en: '../../' }

async function place(path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}

async function replaceEach(
  text: string,
  pattern: RegExp,
  write: (match: RegExpMatchArray) => Promise<string>,
): Promise<string> {
  const matches = [...text.matchAll(pattern)]
  const written = await Promise.all(matches.map(write))
  return matches.reduce((all, [found], index) => all.replace(found, () => written[index] ?? ''), text)
}
