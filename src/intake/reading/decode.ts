import { isUtf8 } from 'node:buffer'
import type { Problem } from './problem.js'

/** The text of a file, or why there is none. */
export type Decoded = { text: string } | { problem: Problem }

/**
 * The text of a file in UTF-8, UTF-16 or GB18030: a byte order mark decides, then zero bytes, then whether it is UTF-8. Never
 * GB18030 first: most Chinese text in UTF-8 passes as GB18030 and comes out as nonsense.
 */
export function decode(bytes: Buffer): Decoded {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return wide('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return wide('utf-16be', bytes)
  if (bytes.includes(0)) {
    const encoding = wideWithoutMark(bytes)
    return encoding === null ? { problem: { code: 'not_text' } } : wide(encoding, bytes)
  }
  if (isUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes) }
  return damagedUtf8(bytes) ?? chinese(bytes) ?? { problem: { code: 'unknown_encoding' } }
}

/** UTF-16. Half a surrogate pair is a character that got lost. */
function wide(encoding: 'utf-16le' | 'utf-16be', bytes: Buffer): Decoded {
  const text = new TextDecoder(encoding).decode(bytes)
  if (text.includes('\0')) return { problem: { code: 'not_text' } }
  const broken = text.indexOf('\ufffd')
  return broken < 0 ? { text } : damaged(text, broken)
}

/**
 * UTF-16 without its mark: digits, commas and line ends have a zero byte each, on the same side. On the other side only rare
 * characters have one (一 is 4E00). A table without digits and commas is none.
 */
function wideWithoutMark(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 !== 0) return null
  const zeros = [0, 0]
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  // A tenth of the characters at least: a stray zero byte in other text is not enough.
  if (Math.max(even, odd) < bytes.length / 20) return null
  return even * 5 <= odd ? 'utf-16le' : odd * 5 <= even ? 'utf-16be' : null
}

/** Text that is UTF-8 but for a few bytes: read as GB18030 it would be nonsense from end to end. */
function damagedUtf8(bytes: Buffer): Decoded | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  let [han, lost] = [0, 0]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 0x4e00 && code <= 0x9fff) han += 1
    else if (code === 0xfffd) lost += 1
  }
  return han > lost ? damaged(text, text.indexOf('\ufffd')) : null
}

/**
 * GB18030. Nearly every character in use has both bytes above 0xA0 (GB2312); where less than two thirds do, some other encoding
 * only happens to pass.
 */
function chinese(bytes: Buffer): Decoded | null {
  let text: string
  try {
    text = new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
  let [pairs, usual] = [0, 0]
  for (let at = 0; at < bytes.length; at += 1) {
    const [lead, trail] = [bytes[at] as number, bytes[at + 1] ?? 0]
    if (lead < 0x81) continue
    pairs += 1
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) usual += 1
    at += 1
  }
  return usual * 3 >= pairs * 2 ? { text: text.replace(/^\ufeff/, '') } : null
}

function damaged(text: string, at: number): Decoded {
  let row = 1
  for (const _ of text.slice(0, at).matchAll(/\r\n|\n|\r/g)) row += 1
  return { problem: { code: 'damaged_text', place: { row, wholeFile: true } } }
}
