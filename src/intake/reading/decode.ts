import { isUtf8 } from 'node:buffer'

/**
 * The text of a file, or null when it is in no encoding that is accepted: a byte order mark decides, then UTF-8, then GB18030.
 * Never GB18030 first: most Chinese text in UTF-8 passes as GB18030 and comes out as nonsense.
 */
export function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const text =
    first === 0xff && second === 0xfe
      ? attempt('utf-16le', bytes)
      : first === 0xfe && second === 0xff
        ? attempt('utf-16be', bytes)
        : isUtf8(bytes)
          ? attempt('utf-8', bytes)
          : attempt('gb18030', bytes)
  // A zero byte never stands in text: this is some other kind of file under a text name.
  return text === null || text.includes('\0') ? null : text
}

function attempt(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
