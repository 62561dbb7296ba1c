import { readFile } from 'node:fs/promises'
import { dirname, join, normalize, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { stringify } from 'csv-stringify/sync'
import type { Text } from '../domain/text.js'
import { filesBelow } from './files.js'

/** What opening a page for the first time costs: compressed bytes over the network, and how many files. */
export interface PageWeight {
  /** The page's file in the site, with `/`. */
  page: string
  bytes: number
  requests: number
}

/** What a page may cost, in bytes; the page of a region is lighter, for it is opened most. From the design of the pages. */
export function budgetOf(page: string): { bytes: number; requests: number } {
  return { bytes: /(^|\/)regions\//.test(page) ? 180_000 : 200_000, requests: 20 }
}

/** The cost of every page of a built site, by its file: the page itself and everything that it asks for in its head. */
export async function weighPages(site: string): Promise<PageWeight[]> {
  const sizes = new Map<string, Promise<number>>()
  const sizeOf = (file: string) => {
    const size = sizes.get(file) ?? readFile(join(site, file)).then((content) => gzipSync(content).length)
    sizes.set(file, size)
    return size
  }
  const pages = (await filesBelow(site)).filter((name) => name.endsWith('.html')).sort()
  return Promise.all(
    pages.map(async (page) => {
      const files = [page, ...(await loadedBy(site, page))]
      const parts = await Promise.all(files.map(sizeOf))
      return {
        page: page.replaceAll(sep, '/'),
        bytes: parts.reduce((sum, bytes) => sum + bytes, 0),
        requests: files.length,
      }
    }),
  )
}

async function loadedBy(site: string, page: string): Promise<string[]> {
  const text = await readFile(join(site, page), 'utf8')
  const links = [...text.matchAll(/<link rel="(?:stylesheet|modulepreload|preload)"[^>]*? href="([^"]+)"/g)]
  return [...new Set(links.map(([, address = '']) => normalize(join(dirname(page), decodeURI(address)))))]
}

/** The pages that cost more than they may, each in a line; none is as it should be. */
export function overBudget(weights: readonly PageWeight[]): string[] {
  return weights.flatMap(({ page, bytes, requests }) => {
    const budget = budgetOf(page)
    return [
      ...(bytes > budget.bytes ? [`${page}: ${bytes} bytes of ${budget.bytes}`] : []),
      ...(requests > budget.requests ? [`${page}: ${requests} requests of ${budget.requests}`] : []),
    ]
  })
}

/** The weights as a CSV file of `page`, `bytes`, `requests`, the heaviest first. */
export function weightTable(weights: readonly PageWeight[]): string {
  return stringify(heaviestFirst(weights), { header: true, columns: ['page', 'bytes', 'requests'] })
}

/** How many pages there are, and which costs most. */
export function sayHeaviest(weights: readonly PageWeight[]): Text {
  const [{ page, bytes, requests }] = heaviestFirst(weights) as [PageWeight]
  const kilobytes = Math.round(bytes / 1000)
  return {
    zh: `网站共 ${weights.length} 页，最重的一页 ${page}：${requests} 个文件，压缩后 ${kilobytes} KB`,
    en: `${weights.length} pages, the heaviest ${page}: ${requests} files, ${kilobytes} KB compressed`,
  }
}

function heaviestFirst(weights: readonly PageWeight[]): PageWeight[] {
  return weights.toSorted((a, b) => b.bytes - a.bytes || (a.page < b.page ? -1 : 1))
}
