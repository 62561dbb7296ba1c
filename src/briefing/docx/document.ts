import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TabStopType,
  TextRun,
} from 'docx'
import type { Brief, BriefBlock } from '../../domain/brief.js'
import type { Lang } from '../../domain/text.js'
import type { Picture } from '../pictures.js'
import { chartsOf } from './charts.js'
import { fixDates } from './fixed-dates.js'
import { fonts, page, red, styles, textWidth } from './look.js'
import { tableOf } from './table.js'

/**
 * The bulletin as .docx on A4, with a picture for every chart that there is one of. The same content gives the same bytes: it is dated with
 * the day of the release.
 */
export async function briefDocx(brief: Brief, lang: Lang, pictures: ReadonlyMap<string, Picture>): Promise<Buffer> {
  const { sections, summary, is_long, imprint } = brief
  const document = new Document({
    styles,
    sections: [
      {
        properties: { page },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          ...headOf(brief, lang),
          ...summary.map(({ lead, text }) =>
            words(lead?.[lang] ?? null, text[lang], { style: is_long ? 'DenseWords' : 'Words' }),
          ),
          ...sections.flatMap(({ title, blocks }, index) => [
            // The first page is a page of its own.
            new Paragraph({ heading: HeadingLevel.HEADING_2, pageBreakBefore: index === 0, text: title[lang] }),
            ...blocks.flatMap((block, at) =>
              drawn(block, lang, pictures, (blocks[at + 1]?.kind ?? 'words') !== 'words'),
            ),
          ]),
          ...imprint.map((line, index) => imprintLine(line[lang], index === 0, index + 1 === imprint.length)),
        ],
      },
    ],
  })
  const zip = await Packer.toBuffer(document, undefined, [{ path: 'docProps/core.xml', data: properties(brief, lang) }])
  return fixDates(zip, brief.as_of)
}

function headOf({ notice, head, title }: Brief, lang: Lang): Paragraph[] {
  const centred = { alignment: AlignmentType.CENTER }
  return [
    ...(notice
      ? [new Paragraph({ ...centred, children: [new TextRun({ text: notice[lang], font: fonts.heading, size: 20 })] })]
      : []),
    new Paragraph({
      ...centred,
      spacing: { before: 120, after: 60 },
      children: [
        new TextRun({
          text: head.name[lang],
          font: fonts.title,
          size: lang === 'zh' ? 54 : 36,
          bold: true,
          color: red,
        }),
      ],
    }),
    new Paragraph({ ...centred, text: head.issue[lang] }),
    new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
      border: { bottom: { style: BorderStyle.SINGLE, size: 16, color: red, space: 4 } },
      text: `${head.office[lang]}\t${head.day[lang]}`,
    }),
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: title[lang] }),
  ]
}

function words(lead: string | null, text: string, look: { style: string; keepNext?: boolean }): Paragraph {
  const first = lead === null ? [] : [new TextRun({ text: `${lead} `, font: fonts.heading, bold: true })]
  return new Paragraph({ ...look, children: [...first, new TextRun(text)] })
}

/** `leads`: words that a table or charts follow stay on their page. */
function drawn(
  block: BriefBlock,
  lang: Lang,
  pictures: ReadonlyMap<string, Picture>,
  leads: boolean,
): (Paragraph | Table)[] {
  if (block.kind === 'table') return tableOf(block, lang)
  if (block.kind === 'words') return [words(null, block.text[lang], { style: 'Words', keepNext: leads })]
  return chartsOf(block.charts, pictures, lang)
}

function imprintLine(text: string, isFirst: boolean, isLast: boolean): Paragraph {
  const rule = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 4 }
  return new Paragraph({
    keepNext: !isLast,
    spacing: { before: isFirst ? 480 : 0 },
    border: { ...(isFirst ? { top: rule } : {}), ...(isLast ? { bottom: rule } : {}) },
    children: [new TextRun({ text, size: 21 })],
  })
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 24 })],
  })
}

/** What the file says of itself. The library would put the time of its run here. */
function properties({ title, head, as_of, release }: Brief, lang: Lang): string {
  const escaped = (text: string) => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
  const time = `<dcterms:TAG xsi:type="dcterms:W3CDTF">${as_of}T00:00:00Z</dcterms:TAG>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title[lang])}</dc:title><dc:creator>${escaped(head.office[lang])}</dc:creator><dc:identifier>${escaped(release)}</dc:identifier>${time.replaceAll('TAG', 'created')}${time.replaceAll('TAG', 'modified')}</cp:coreProperties>`
}
