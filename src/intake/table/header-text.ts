import { plain, tight } from '../plain-text.js'

/** Numbers and words before a heading proper: `*`, `一、`, `（二）`, `3.`, `其中：`. */
const leading = /^(\(?[一二三四五六七八九十]+[)、.]|\(?\d{1,2}[)、.]|其中|[*#:,、.])+/
const decoration = /[:,;、.。·*#"'“”‘’\-_—~/\\|&]/g

/** A heading as it is looked up: no units in brackets (also unclosed ones), no numbering, no `其中：`, no signs, no blanks. */
export function headingKey(text: string): string {
  return tight(text)
    .replace(leading, '')
    .replace(/\([^)]*\)?|\[[^\]]*\]?|【[^】]*】?/g, '')
    .replace(leading, '')
    .replace(decoration, '')
    .toLowerCase()
}

/** A heading as it stands, only blanks and full-width signs evened out: what tells 口径 from 口径（英文）. */
export function headingAsWritten(text: string): string {
  return tight(text).toLowerCase()
}

/** What a heading says in brackets, innermost last: `总收入（万元）` gives 万元. */
export function bracketsOf(text: string): string[] {
  return [...plain(text).matchAll(/[([【]([^()[\]【】]*)[)\]】]?/g)].map((match) => tight(match[1] ?? ''))
}
