import { readFile, rm, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'

const root = join(import.meta.dirname, '..', '..')

/** Every source goes on believing that it lies where it lies: that is how models, pages and code are found. */
const inPlace: Plugin = {
  name: 'in-place',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      loader: 'ts',
      contents: (await readFile(path, 'utf8'))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
    }))
  },
}

/** Writes the command into a folder, as one file. Gives what `node` is to be started with. */
export function bundleProgram(folder: string): Promise<string> {
  return bundle(join(root, 'src', 'cli', 'main.ts'), folder)
}

/**
 * Writes a program and all that it imports as one file of plain JavaScript into a folder: it starts in a fraction of the time, so that
 * hundreds of runs are affordable.
 */
export async function bundle(source: string, folder: string): Promise<string> {
  const main = join(folder, 'main.js')
  await build({
    entryPoints: [source],
    outfile: main,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['@duckdb/node-api', 'esbuild', 'tsx'],
    minify: true,
    // What some packages still ask for.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    plugins: [inPlace],
    logLevel: 'error',
  })
  await rm(join(folder, 'node_modules'), { force: true })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  return main
}
