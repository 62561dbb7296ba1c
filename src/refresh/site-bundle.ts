import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'
import type { Lang } from '../domain/text.js'

/** The pages with charts on axes, which need the drawing library. */
const drawn: readonly string[] = [
  'brief-page.ts',
  'burden-page.ts',
  'income-page.ts',
  'region-page.ts',
  'tasks-page.ts',
  'topic-page.ts',
]

/**
 * Bundles every page's component with what it needs of the libraries, beside the sources: a page then loads a dozen small modules where
 * Framework alone would ship each library whole, in forty. Modules are shared among pages of one kind only: each further page to share
 * with cuts what is shared into more pieces, and every piece is a request.
 */
export async function bundleComponents(root: string, lang: Lang): Promise<void> {
  const names = (await readdir(join(root, 'components'))).filter((name) => name.endsWith('-page.ts'))
  for (const isDrawn of [true, false])
    await bundle(
      root,
      names.filter((name) => drawn.includes(name) === isDrawn),
      lang,
    )
  // Every page has it beside its component, so it shares nothing with either kind.
  await bundle(root, ['search-box.ts'], lang)
}

async function bundle(root: string, names: readonly string[], lang: Lang): Promise<void> {
  const components = join(root, 'components')
  await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => join(components, name)),
    outdir: components,
    bundle: true,
    splitting: true,
    // Names of chunks come from paths: by the link beside the sources they are the same wherever the libraries and the work folder lie.
    preserveSymlinks: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    chunkNames: 'shared-[hash]',
    plugins: [withoutUnused, oneLanguage(lang)],
  })
}

/**
 * Leaves out what the drawing library brings along for charts that no page has: colour schemes and projections of maps, a tenth of what
 * a page loads.
 */
const withoutUnused: Plugin = {
  name: 'without unused',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^d3-(geo|scale-chromatic)$/ }, ({ path }) => ({ path, namespace: 'unused' }))
    onLoad({ filter: /.*/, namespace: 'unused' }, async ({ path }) => {
      const names = Object.keys(await import(path))
      return { contents: names.map((name) => `export function ${name}() {}`).join('\n'), loader: 'js' }
    })
  },
}

/** Leaves the catalog's other language out: a page is in one, and its words are a tenth of what it loads. */
function oneLanguage(lang: Lang): Plugin {
  const only = ([zh, en]: readonly [string, string]) => (lang === 'zh' ? [zh, ''] : ['', en])
  return {
    name: 'one language',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]components[\\/]messages[\\/][\w-]+\.ts$/ }, async ({ path }) => {
        const parts: Record<string, Record<string, readonly [string, string]>> = await import(pathToFileURL(path).href)
        const contents = Object.entries(parts).map(([name, messages]) => {
          const kept = Object.entries(messages).map(([key, texts]) => [key, only(texts)])
          return `export const ${name} = ${JSON.stringify(Object.fromEntries(kept))}`
        })
        return { contents: contents.join('\n'), loader: 'js' }
      })
    },
  }
}
