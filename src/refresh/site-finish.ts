import { createHash } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Lang } from '../domain/text.js'
import { filesBelow } from './files.js'

const htmlLang: Record<Lang, string> = { zh: 'zh-CN', en: 'en' }

/**
 * Sets each page's language, leads its link to the other language to the same page there, lets readers zoom, which Framework's pages
 * forbid, and tells browsers to load and run nothing but the site's own files. Gives the number of pages.
 */
export async function finishPages(site: string, lang: Lang): Promise<number> {
  const pages = (await filesBelow(site)).filter((name) => name.endsWith('.html'))
  for (const page of pages) {
    const path = join(site, page)
    const text = await readFile(path, 'utf8')
    const policy = `<meta http-equiv="Content-Security-Policy" content="${policyOf(text)}">`
    await writeFile(
      path,
      text
        .replace('<meta charset="utf-8">', (charset) => `${charset}\n${policy}`)
        .replace('<html>', `<html lang="${htmlLang[lang]}">`)
        .replaceAll('href="#other-language"', `href="${inOtherLanguage(page, lang)}"`)
        .replace(/<meta name="viewport"[^>]*>/, '<meta name="viewport" content="width=device-width, initial-scale=1">'),
    )
  }
  return pages.length
}

/** What a page may load: files of the site, and of scripts written into the page those that the build wrote. */
function policyOf(text: string): string {
  const own = [...text.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...own].join(' ')}`,
    // Charts place their marks with style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** The address of the same page in the other language, from the page: Chinese lies at the root, English in `en/`. */
function inOtherLanguage(page: string, lang: Lang): string {
  const parts = page.split(sep)
  const up = '../'.repeat(parts.length - 1)
  const target = parts.join('/').replace(/(?:^|(?<=\/))index\.html$|\.html$/, '')
  return lang === 'zh' ? `${up || './'}en/${target}` : `${up}../${target}`
}

/** Everything in a built site that would not work on an intranet: imports without an address, and anything from elsewhere. */
export async function findLeaks(site: string): Promise<string[]> {
  const leaks: string[] = []
  const modules = new Map<string, string>()
  for (const name of await filesBelow(site)) {
    const path = join(site, name)
    if (path.endsWith('.js')) modules.set(name, await readFile(path, 'utf8'))
    if (path.endsWith('.css')) leaks.push(...leaksOfStyle(await readFile(path, 'utf8'), name))
    if (!path.endsWith('.html')) continue
    const text = await readFile(path, 'utf8')
    leaks.push(...leaksOfPage(text, name))
    for (const [index, [, script = '']] of [...text.matchAll(moduleScript)].entries())
      modules.set(`${name} script ${index + 1}`, script)
  }
  return [...leaks, ...(await leaksOfModules(modules))]
}

/** The size of everything in a folder, in bytes. */
export async function sizeOf(folder: string): Promise<number> {
  let bytes = 0
  for (const name of await filesBelow(folder)) bytes += (await stat(join(folder, name))).size
  return bytes
}

const elsewhere = /^\s*(?:https?:)?\/\//i
const loadingTag = /<(?:script|link|img|source|iframe|audio|video|object|embed|use|image)\b[^>]*>/gi
const address = /\b(?:src|href|srcset|data|poster)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi
const moduleScript = /<script\b(?![^>]*\bsrc=)[^>]*\btype="module"[^>]*>([\s\S]*?)<\/script>/gi

/** Leaks of one page: what its tags and styles load. A plain link (`<a href>`) to a source is no leak. */
function leaksOfPage(text: string, name: string): string[] {
  const tags = text.match(loadingTag) ?? []
  const addresses = tags.flatMap((tag) =>
    [...tag.matchAll(address)].map(([, value = '']) => value.replace(/^["']|["']$/g, '')),
  )
  return [
    ...addresses.filter((value) => elsewhere.test(value)).map((value) => `${name} loads ${value}`),
    ...leaksOfStyle(text, name),
  ]
}

function leaksOfStyle(text: string, name: string): string[] {
  const addresses = [...text.matchAll(/(?:url\(|@import)\s*["']?([^"')\s;]+)/gi)].map(([, value = '']) => value)
  return addresses.filter((value) => elsewhere.test(value)).map((value) => `${name} loads ${value}`)
}

/**
 * Leaks of all modules, those written into pages included. esbuild reads the modules and names every import; nothing is
 * bundled or written.
 */
async function leaksOfModules(modules: ReadonlyMap<string, string>): Promise<string[]> {
  const { build } = await import('esbuild')
  const leaks: string[] = []
  await build({
    entryPoints: [...modules.keys()],
    bundle: true,
    write: false,
    outdir: '/',
    format: 'esm',
    logLevel: 'silent',
    plugins: [
      {
        name: 'imports',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /.*/ }, ({ kind, path, importer }) => {
            if (kind === 'entry-point') return { path, namespace: 'site' }
            if (!/^\.{0,2}\/(?!\/)/.test(path)) leaks.push(`${importer} imports ${path}`)
            return { path, external: true }
          })
          onLoad({ filter: /.*/, namespace: 'site' }, ({ path }) => ({
            contents: modules.get(path) ?? '',
            loader: 'js',
          }))
        },
      },
    ],
  })
  return leaks
}
