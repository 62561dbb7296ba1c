import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { init, parse } from 'es-module-lexer'
import { transformSync } from 'esbuild'
import { beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/**
 * The house: every room, and the rooms and single files that it may import besides itself. The longest name that a file's path
 * begins with is its room; a file in no room fails. Packages are free, but for those that one room keeps to itself.
 */
const rooms: Record<string, string[] | 'anything'> = {
  'src/domain': [],
  'src/intake': ['src/domain'],
  'src/warehouse': ['src/domain'],
  'src/extracts': ['src/domain', 'src/warehouse'],
  'src/notify': ['src/domain'],
  'src/briefing': ['src/domain'],
  'src/refresh': ['src/domain', 'src/intake', 'src/warehouse', 'src/extracts', 'src/briefing', 'src/notify'],
  'src/cli': ['src', 'pipelines/index.ts', 'data/sample/write.ts'],
  pipelines: ['src/domain'],
  'data/sample': ['src/domain', 'pipelines'],
  'dashboards/components': ['type src/domain'],
  'observablehq.config.ts': ['dashboards/components', 'type src/domain'],
  bin: ['src/cli'],
  setup: [],
  test: 'anything',
  bench: 'anything',
  'vitest.config.ts': [],
}

/** Packages that only files of these names may import. */
const keptTo: Record<string, string[]> = {
  '@duckdb/node-api': ['src/warehouse/'],
  hucre: ['src/intake/writing/workbook', 'dashboards/components/take-away/workbook-file.ts'],
  docx: ['src/briefing/docx/'],
  commander: ['src/cli/'],
  nodemailer: ['src/notify/'],
}

interface Import {
  file: string
  target: string
  typeOnly: boolean
}

const skipped = new Set(['node_modules', '.git', '.observablehq', '.work', 'fixtures'])
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : sources(join(folder, entry.name))
    return /\.[cm]?[jt]s$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [join(folder, entry.name)] : []
  })
}

const roomOf = (path: string) =>
  Object.keys(rooms)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]

function importsOf(path: string): Import[] {
  const source = readFileSync(path, 'utf8')
  const file = relative(root, path)
  const target = (specifier: string) =>
    specifier.startsWith('.') ? relative(root, join(dirname(path), specifier)).replace(/\.js$/, '.ts') : specifier
  const erased = new Set(
    [...source.matchAll(/^import type [^;]*? from '([^']+)'/gms)].map(([, specifier = '']) => specifier),
  )
  const { code } = transformSync(source, {
    loader: path.endsWith('.ts') ? 'ts' : 'js',
    format: 'esm',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  })
  const values = parse(code)[0].flatMap(({ n }) => (n ? [n] : []))
  return [
    ...values.map((specifier) => ({ file, target: target(specifier), typeOnly: false })),
    ...[...erased].map((specifier) => ({ file, target: target(specifier), typeOnly: true })),
  ]
}

describe('the house', () => {
  let files: string[] = []
  let imports: Import[] = []
  beforeAll(async () => {
    await init
    files = sources(root)
    imports = files.flatMap(importsOf)
  })

  test('has a room for every file', () => {
    expect(files.map((path) => relative(root, path)).filter((path) => roomOf(path) === undefined)).toEqual([])
    expect(files.length).toBeGreaterThan(80)
  })

  test('has doors only where the table says so', () => {
    const wrong = imports.filter(({ file, target, typeOnly }) => {
      if (!/^[\w.]+\//.test(target) || target.startsWith('node:') || roomOf(target) === undefined) return false
      const from = roomOf(file) ?? ''
      const doors = rooms[from]
      if (doors === 'anything' || roomOf(target) === from) return false
      return !doors?.some((door) => {
        const [place, onlyTypes] = door.startsWith('type ') ? [door.slice(5), true] : [door, false]
        return (target === place || target.startsWith(`${place}/`)) && (!onlyTypes || typeOnly)
      })
    })
    expect(wrong).toEqual([])
  })

  test('keeps some packages to one room', () => {
    const wrong = imports.filter(({ file, target }) => {
      const name = Object.keys(keptTo).find((candidate) => target === candidate || target.startsWith(`${candidate}/`))
      return (
        name !== undefined &&
        roomOf(file) !== 'test' &&
        roomOf(file) !== 'bench' &&
        roomOf(file) !== 'data/sample' &&
        !keptTo[name]?.some((place) => file.startsWith(place))
      )
    })
    expect(wrong).toEqual([])
  })

  test('has no cellar: no util, helper, manager, common, and no barrel but the list of topics', () => {
    const names = files.map((path) => relative(root, path))
    expect(names.filter((path) => /(^|\/)(utils?|helpers?|managers?|common)(\/|\.)/.test(path))).toEqual([])
    expect(names.filter((path) => /(^|\/)index\.[jt]s$/.test(path))).toEqual(['pipelines/index.ts'])
  })
})
