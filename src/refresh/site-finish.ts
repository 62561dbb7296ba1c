import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Lang } from '../domain/text.js'
import { filesBelow } from './files.js'

const htmlLang: Record<Lang, string> = { zh: 'zh-CN', en: 'en' }

/**
 * Sets each page's language, leads its link to the other language to the same page there, lets readers zoom, which Framework's pages
 * forbid, has browsers ask for the page's data at once and not only when its scripts have run, and tells them to load and run nothing but
 * the site's own files.
 */
export async function finishPages(site: string, lang: Lang): Promise<void> {
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
        .replace('</head>', () => `${dataOf(text).map(preload).join('\n')}\n</head>`)
        .replaceAll('href="#other-language"', `href="${inOtherLanguage(page, lang)}"`)
        .replace(/<meta name="viewport"[^>]*>/, '<meta name="viewport" content="width=device-width, initial-scale=1">'),
    )
  }
}

const preload = (path: string) => `<link rel="preload" as="fetch" crossorigin href="${path}">`

/** The data files that a page reads as soon as it opens: each has a line of its own, unlike what is read later. */
function dataOf(text: string): string[] {
  const addresses = new Map(
    [...text.matchAll(/registerFile\("([^"]+)", (\{.*?\})\)/g)].map(([, name = '', about = '{}']) => [
      name,
      (JSON.parse(about) as { path: string }).path,
    ]),
  )
  const read = [...text.matchAll(/^const \w+ = FileAttachment\("([^"]+)"\)/gm)].map(([, name = '']) =>
    addresses.get(name),
  )
  return [...new Set(read)].filter((path) => path !== undefined)
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
