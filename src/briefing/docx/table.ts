import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { BriefCell, BriefColumn, BriefTable } from '../../domain/brief.js'
import type { Lang } from '../../domain/text.js'
import { fonts, textWidth } from './look.js'

const marks = { critical: '▲', warning: '△' } as const
const colours = { critical: 'A01710', warning: '7A4200' } as const
/** Rows that are kept on one page; a longer table goes on, with its head again. */
const keptWhole = 20
const thin = { style: BorderStyle.SINGLE, size: 4, color: '555555' }
const borders = { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin }

/** A table with its caption over it and its note under it. The head is repeated on every page, and no row is cut in two. */
export function tableOf({ caption, note, columns, rows }: BriefTable, lang: Lang): (Paragraph | Table)[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.floor((textWidth * width) / total))
  const isWhole = rows.length <= keptWhole
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) => headCell(column, widths[index] ?? 0, lang)),
  })
  const body = rows.map(
    ({ cells, is_total }, at) =>
      new TableRow({
        cantSplit: true,
        children: cells.map((cell, index) =>
          bodyCell(cell, lang, {
            width: widths[index] ?? 0,
            isNumber: columns[index]?.align === 'end',
            isBold: is_total,
            keepNext: isWhole && (at + 1 < rows.length || note !== null),
          }),
        ),
      }),
  )
  return [
    new Paragraph({ style: 'TableCaption', text: caption[lang] }),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders,
      margins: { left: 70, right: 70, top: 25, bottom: 25 },
      rows: [head, ...body],
    }),
    ...(note ? [new Paragraph({ style: 'TableNote', text: note[lang] })] : []),
  ]
}

function headCell({ head }: BriefColumn, width: number, lang: Lang): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        style: 'TableText',
        keepNext: true,
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: head[lang], font: fonts.heading })],
      }),
    ],
  })
}

interface CellLook {
  width: number
  isNumber: boolean
  isBold: boolean
  keepNext: boolean
}

function bodyCell({ text, status }: BriefCell, lang: Lang, { width, isNumber, isBold, keepNext }: CellLook): TableCell {
  const said = status === null ? text[lang] : marks[status] + text[lang]
  const run = { text: said, bold: isBold || status !== null, ...(status ? { color: colours[status] } : {}) }
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        style: 'TableText',
        keepNext,
        alignment: isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [new TextRun(run)],
      }),
    ],
  })
}
