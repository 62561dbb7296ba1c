import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { topics } from '../../pipelines/index.js'
import { findBrowser, noBrowser } from '../briefing/browser.js'
import { writeBrief } from '../briefing/write-brief.js'
import type { Brief } from '../domain/brief.js'
import { exitCodes, Refusal } from '../domain/refusal.js'
import type { Lang } from '../domain/text.js'
import { briefFactsOf } from '../extracts/brief-facts.js'
import type { Home } from '../refresh/home.js'
import { sampleMark } from '../refresh/reference-archive.js'
import { readManifest, releaseFolder } from '../refresh/release.js'
import { QueryError, Warehouse } from '../warehouse/warehouse.js'
import type { CommandSpec } from './command.js'

const formats = ['docx', 'pdf'] as const
type Format = (typeof formats)[number]

const names: Record<Lang, string> = { zh: '月度通报', en: 'monthly-bulletin' }

/** `jiceng brief`: the monthly bulletin of a release, as Word and as PDF. */
export const brief: CommandSpec = {
  name: 'brief',
  summary: {
    zh: '生成某一期的月度通报（Word 和 PDF，A4）',
    en: 'write the monthly bulletin of a release as Word and PDF, on A4',
  },
  examples: ['jiceng brief --out bulletins', 'jiceng brief --release 2026-10-1 --format docx'],
  declare: (command, say) =>
    command
      .option('--release <name>', say({ zh: '哪一期（默认：当前）', en: 'which release (default: the current one)' }))
      .option('--out <dir>', say({ zh: '放在哪个文件夹', en: 'folder to write to' }), '.')
      .option(
        '--format <list>',
        say({ zh: 'docx、pdf，用逗号分开', en: 'docx, pdf, with a comma between' }),
        'docx,pdf',
      ),
  run: async ({ home, json, terminal }, options) => {
    const wanted = formatsOf(String(options.format))
    const out = outside(home, String(options.out))
    const browser = await findBrowser()
    if (wanted.includes('pdf') && browser === null) throw noBrowser()
    const folder = await releaseFolder(home, typeof options.release === 'string' ? options.release : undefined)
    terminal.progress({ zh: '编写通报', en: 'writing the bulletin' })
    const content = await contentOf(folder)
    const files: { path: string; bytes: Buffer }[] = []
    for (const format of wanted) {
      terminal.progress({ zh: `生成 ${format}`, en: `making ${format}` })
      const path = join(out, `${content.release}-${names[terminal.lang]}.${format}`)
      files.push({ path, bytes: await made(format, content, terminal.lang, browser) })
    }
    // Nothing is written before everything is made.
    await mkdir(out, { recursive: true })
    for (const { path, bytes } of files) await writeFile(path, bytes)
    terminal.settle()
    if (wanted.includes('docx') && browser === null)
      terminal.note({
        zh: 'Word 里没有走势图：画图需要 Chromium 或 Chrome，本机没有找到（apt install chromium fonts-noto-cjk）',
        en: 'the Word file has no charts: they are drawn by Chromium or Chrome, and none was found here (apt install chromium fonts-noto-cjk)',
      })
    const paths = files.map(({ path }) => path)
    if (json) terminal.print(JSON.stringify({ release: content.release, files: paths, charts: browser !== null }))
    else for (const path of paths) terminal.print(path)
    return exitCodes.ok
  },
}

function formatsOf(list: string): Format[] {
  const asked = list.split(/[,，]/).map((word) => word.trim().toLowerCase())
  const known = formats.filter((format) => asked.includes(format))
  const unknown = asked.find((word) => !formats.some((format) => format === word))
  if (unknown === undefined) return known
  throw new Refusal({
    zh: `没有这种格式：“${unknown}”；有 docx 和 pdf，可写作 --format docx,pdf`,
    en: `no such format: "${unknown}"; there are docx and pdf, written --format docx,pdf`,
  })
}

/** The folder to write to. A release never changes, so nothing is put among the releases. */
function outside(home: Home, folder: string): string {
  const path = resolve(folder)
  const inside = relative(home.releases, path)
  if (inside.startsWith('..') || resolve(inside) === inside) return path
  throw new Refusal({
    zh: `不能写进已发布的各期：${path}；请用 --out 另选文件夹`,
    en: `releases are never written into: ${path}; choose another folder with --out`,
  })
}

/** The content of a release's bulletin, from its warehouse, which is only read. */
async function contentOf(folder: string): Promise<Brief> {
  const { period, as_of, inputs } = await readManifest(folder)
  const release = basename(folder)
  const warehouse = await Warehouse.open(join(folder, 'warehouse.duckdb'), { readOnly: true })
  try {
    const sample = sampleMark in inputs.reference
    return writeBrief(await briefFactsOf(warehouse, topics, { release, run: { period, as_of }, sample }))
  } catch (cause) {
    if (!(cause instanceof QueryError)) throw cause
    throw new Refusal(
      {
        zh: `第 ${release} 期是用另一版程序发布的，读不出通报所需的数；请运行 jiceng refresh 发布新的一期`,
        en: `release ${release} was made by another version and lacks what the bulletin needs; run jiceng refresh to publish a new one`,
      },
      exitCodes.usage,
      { cause },
    )
  } finally {
    await warehouse.close()
  }
}

async function made(format: Format, content: Brief, lang: Lang, browser: string | null): Promise<Buffer> {
  if (format === 'pdf') {
    const { briefPdf } = await import('../briefing/pdf.js')
    if (browser === null) throw noBrowser()
    return briefPdf(content, lang, browser)
  }
  const { briefDocx } = await import('../briefing/docx/document.js')
  const { briefPictures } = await import('../briefing/pictures.js')
  return briefDocx(content, lang, browser === null ? new Map() : await briefPictures(content, lang, browser))
}
