import type { Notice } from '../domain/notice.js'
import { fill, type Lang, type Text } from '../domain/text.js'

/** How a notice is written out. */
export interface Writing {
  lang: Lang
  /** Where readers find the site; null: no link. */
  site: string | null
  /** Stands below the text, so that whoever gets it twice knows. */
  mark: string
  /** UTF-8 bytes that the text may have. */
  most_bytes: number
}

const more: Text = { zh: '……另有 {count} 条，见网站', en: '… {count} more: see the site' }
const marks: Text = {
  zh: '编号 {mark}（编号相同即为同一条消息）',
  en: 'No. {mark} (the same number is the same message)',
}

/** The text of a notice without its subject, with as many of its lines as there is room for. */
export function messageText(notice: Notice, writing: Writing): string {
  const all = notice.sections.reduce((sum, { lines }) => sum + lines.length, 0)
  for (let lines = all; lines > 0; lines--) {
    const text = written(notice, writing, lines)
    if (Buffer.byteLength(text) <= writing.most_bytes) return text
  }
  return written(notice, writing, 0)
}

function written(notice: Notice, { lang, site, mark }: Writing, room: number): string {
  let left = room
  const sections = notice.sections.map(({ title, lines }) => {
    const shown = lines.slice(0, left)
    left -= shown.length
    const cut = lines.length - shown.length
    return [
      title[lang],
      ...shown.map((line) => `- ${line[lang]}`),
      ...(cut > 0 ? [fill(more, { count: cut })[lang]] : []),
    ].join('\n')
  })
  const link = linkOf(notice, site)
  const foot = [
    ...(link === null ? [] : [link]),
    ...notice.remarks.map((remark) => remark[lang]),
    fill(marks, { mark })[lang],
  ]
  return [notice.opening[lang], ...sections, foot.join('\n')].join('\n\n')
}

/** The page of the site that shows what a notice is about. */
export function linkOf({ page }: Notice, site: string | null): string | null {
  return site === null ? null : `${site.replace(/\/+$/, '')}/${page}`
}
