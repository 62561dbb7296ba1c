import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Brief } from '../domain/brief.js'
import type { Lang } from '../domain/text.js'

const dashboards = join(import.meta.dirname, '..', '..', 'dashboards')
const styles = ['ink.css', 'brief.css', 'brief-print.css']
const htmlLang: Record<Lang, string> = { zh: 'zh-CN', en: 'en' }

/** Draws the page, then sets `data-drawn` on it. */
const drawPage = `
import { briefPage } from './components/brief-page.ts'
const { brief, lang } = JSON.parse(document.getElementById('brief').textContent)
document.body.append(briefPage(brief, { lang }))
document.documentElement.dataset.drawn = 'page'`

/** Draws the charts alone and leaves each as a PNG (a data address, by indicator) in the text of \`pictures\`. */
const drawPictures = (scale: number) => `
import { briefChart } from './components/brief-chart.ts'
const { brief, lang } = JSON.parse(document.getElementById('brief').textContent)
const charts = brief.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'charts' ? block.charts : [])))
const pictures = {}
for (const chart of charts) {
  const drawing = briefChart(chart, lang)
  drawing.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  const [width, height] = [Number(drawing.getAttribute('width')), Number(drawing.getAttribute('height'))]
  const image = new Image(width, height)
  image.src = 'data:image/svg+xml,' + encodeURIComponent(new XMLSerializer().serializeToString(drawing))
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * ${scale}
  canvas.height = height * ${scale}
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  pictures[chart.indicator_id] = { width, height, png: canvas.toDataURL('image/png') }
}
document.getElementById('pictures').textContent = JSON.stringify(pictures)`

/** The bulletin as one HTML file that loads nothing: the very component of the site's page, with its styles and its content in it. */
export function paperPage(brief: Brief, lang: Lang): Promise<string> {
  return htmlOf(brief, lang, drawPage)
}

/** A file that turns the bulletin's charts into PNGs of `scale` times their size, as text in the element `pictures`. */
export function picturePage(brief: Brief, lang: Lang, scale: number): Promise<string> {
  return htmlOf(brief, lang, drawPictures(scale))
}

async function htmlOf(brief: Brief, lang: Lang, script: string): Promise<string> {
  const { build } = await import('esbuild')
  const bundle = await build({
    stdin: { contents: script, resolveDir: dashboards, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  })
  const style = await Promise.all(styles.map((name) => readFile(join(dashboards, 'style', name), 'utf8')))
  // No text can end the element that it stands in.
  const content = JSON.stringify({ brief, lang }).replaceAll('<', '\\u003c')
  return `<!doctype html>
<html lang="${htmlLang[lang]}">
<meta charset="utf-8">
<title>${brief.title[lang].replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)}</title>
<style>${style.join('\n')}</style>
<body>
<script type="application/json" id="brief">${content}</script>
<script type="application/json" id="pictures"></script>
<script type="module">${bundle.outputFiles[0]?.text ?? ''}</script>
`
}
