import { limits } from './limits.js'
import { ReadingProblem } from './problem.js'
import { XmlCursor } from './xml-cursor.js'
import { asUtf8, cellText } from './xml-text.js'

/** The texts that cells point to. Runs of different fonts are one text; the reading aid over it (拼音) is not part of it. */
export function readSharedStrings(bytes: Buffer): string[] {
  const cursor = new XmlCursor(asUtf8(bytes))
  const texts: string[] = []
  for (let token = cursor.next(); token !== 'end'; token = cursor.next()) {
    if (token !== 'open' || cursor.name !== 'si') continue
    texts.push(readRuns(cursor))
    if (texts.length > limits.texts) throw new ReadingProblem('too_many_texts', { limit: limits.texts })
  }
  return texts
}

/** The text inside the element just opened, up to its end: all that stands in `t`, but not in `rPh`. */
export function readRuns(cursor: XmlCursor): string {
  const { depth } = cursor
  let text = ''
  let inText = false
  let aside = 0
  for (let token = cursor.next(); token !== 'end'; token = cursor.next()) {
    if (token === 'close' && cursor.depth === depth) break
    if (token === 'text') {
      if (inText && aside === 0) text += cursor.value
    } else if (cursor.name === 't') inText = token === 'open'
    else if (cursor.name === 'rPh') aside += token === 'open' ? 1 : -1
  }
  return text === '' ? text : cellText(text)
}
