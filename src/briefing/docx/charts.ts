import { BorderStyle, ImageRun, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx'
import type { BriefChart } from '../../domain/brief.js'
import type { Lang } from '../../domain/text.js'
import type { Picture } from '../pictures.js'
import { fonts, textWidth } from './look.js'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
/** Pixels that one of two pictures beside each other may be wide: 96 an inch. */
const pictureWidth = 290

/** Charts in two columns, each under its name; a chart without a picture is left out. */
export function chartsOf(charts: readonly BriefChart[], pictures: ReadonlyMap<string, Picture>, lang: Lang): Table[] {
  const cells = charts.flatMap((chart) => {
    const picture = pictures.get(chart.indicator_id)
    return picture ? [chartCell(chart, picture, lang)] : []
  })
  if (cells.length === 0) return []
  const column = Math.floor(textWidth / 2)
  const pairs = Array.from({ length: Math.ceil(cells.length / 2) }, (_, at) => cells.slice(at * 2, at * 2 + 2))
  return [
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: [column, column],
      layout: TableLayoutType.FIXED,
      borders,
      rows: pairs.map(
        (pair) => new TableRow({ cantSplit: true, children: pair.length === 2 ? pair : [...pair, empty()] }),
      ),
    }),
  ]
}

function chartCell({ indicator_id, title, alt }: BriefChart, { width, height, png }: Picture, lang: Lang): TableCell {
  const scale = pictureWidth / width
  return new TableCell({
    borders,
    children: [
      new Paragraph({
        spacing: { before: 120 },
        children: [new TextRun({ text: title[lang], font: fonts.heading, size: 20 })],
      }),
      new Paragraph({
        children: [
          new ImageRun({
            type: 'png',
            data: png,
            transformation: { width: pictureWidth, height: Math.round(height * scale) },
            altText: { name: indicator_id, title: title[lang], description: alt[lang] },
          }),
        ],
      }),
    ],
  })
}

function empty(): TableCell {
  return new TableCell({ borders, children: [new Paragraph({})] })
}
