import { AlignmentType, type IStylesOptions } from 'docx'

/** A font for each kind of script, by the names that office programs know; where one is missing, they take another. */
function font(chinese: string) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: chinese }
}

/** 仿宋 for words, 黑体 for headings, 宋体 for tables and titles, as official papers are set. */
export const fonts = { words: font('仿宋'), heading: font('黑体'), title: font('宋体') }

/** Lengths in twips, 1/20 of a point. */
const twips = (millimetres: number) => Math.round((millimetres * 1440) / 25.4)

/** A4 with the margins of the printed page. */
export const page = {
  size: { width: twips(210), height: twips(297) },
  margin: { top: twips(25), right: twips(24), bottom: twips(24), left: twips(26), footer: twips(12) },
}
/** Width of what stands between the margins. */
export const textWidth = twips(210 - 26 - 24)

export const red = 'B3261E'

/** Sizes are half points. */
export const styles: IStylesOptions = {
  default: {
    document: { run: { font: fonts.words, size: 25, language: { value: 'en-US', eastAsia: 'zh-CN' } } },
    heading1: {
      run: { font: fonts.title, size: 38, bold: true },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 300, after: 240 } },
    },
    heading2: {
      run: { font: fonts.heading, size: 28 },
      paragraph: { spacing: { before: 320, after: 100 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Words',
      name: 'Words',
      basedOn: 'Normal',
      paragraph: { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: 500 }, spacing: { line: 400 } },
    },
    {
      id: 'DenseWords',
      name: 'Dense words',
      basedOn: 'Normal',
      run: { size: 22 },
      paragraph: { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: 440 }, spacing: { line: 330 } },
    },
    {
      id: 'TableCaption',
      name: 'Table caption',
      basedOn: 'Normal',
      run: { font: fonts.heading, size: 22 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 80 }, keepNext: true },
    },
    { id: 'TableText', name: 'Table text', basedOn: 'Normal', run: { font: fonts.title, size: 19 } },
    {
      id: 'TableNote',
      name: 'Table note',
      basedOn: 'Normal',
      run: { font: fonts.words, size: 18 },
      paragraph: { spacing: { before: 40, after: 80 } },
    },
  ],
}
