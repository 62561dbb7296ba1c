const ampersand = 38
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The text between two positions of UTF-8 bytes, references resolved. Only those that XML itself has: others stay as written. */
export function decodeXml(bytes: Buffer, start: number, end: number): string {
  let references = false
  let ascii = true
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number
    if (byte === ampersand) references = true
    else if (byte > 127) ascii = false
  }
  const text = bytes.toString(ascii ? 'latin1' : 'utf8', start, end)
  if (!references) return text
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return named[name] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
    },
  )
}

/**
 * The text of a cell as workbooks write it: `_x000D_` is a character that XML cannot hold. What no text holds (a zero, half a
 * surrogate pair) becomes the sign for an unreadable character, so that it is seen and nothing behind trips over it.
 */
export function cellText(text: string): string {
  const whole = text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
  return whole.replace(/[\0\p{Surrogate}]/gu, '\ufffd').replace(/\r\n?/g, '\n')
}

/** The bytes of a part as UTF-8: XML may also be UTF-16, which its first two bytes say. */
export function asUtf8(bytes: Buffer): Buffer {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  if (encoding !== null) return Buffer.from(new TextDecoder(encoding).decode(bytes))
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}

/** A number of up to fifteen digits straight from the bytes; undefined for anything else. */
export function wholeNumberAt(bytes: Buffer, start: number, end: number): number | undefined {
  if (end <= start || end - start > 15) return undefined
  let number = 0
  for (let at = start; at < end; at += 1) {
    const digit = (bytes[at] as number) - 48
    if (digit < 0 || digit > 9) return undefined
    number = number * 10 + digit
  }
  return number
}
