/**
 * Text from outside as it may be shown on a terminal: signs that steer the terminal, or that turn the direction of reading, become
 * visible ones. Line ends and tabs stay.
 */
export function visibleText(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0
    if (sign === '\n' || sign === '\t') return sign
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd'
  })
}
