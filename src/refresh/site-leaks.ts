import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { filesBelow } from './files.js'

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
