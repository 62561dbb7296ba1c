import { limits } from './limits.js'
import { ReadingProblem } from './problem.js'
import { ShortNames } from './short-names.js'
import { decodeXml, wholeNumberAt } from './xml-text.js'

/** What the cursor stands on. A tag that closes itself is an `open` and then a `close`. */
export type Token = 'open' | 'close' | 'text' | 'end'

const [lt, gt, slash, bang, question, quote, apostrophe, colon, equals] = [60, 62, 47, 33, 63, 34, 39, 58, 61]
const isBlank = (byte: number) => byte === 32 || byte === 10 || byte === 13 || byte === 9

/**
 * Walks over XML byte by byte without building a tree, so that what is not asked for costs nothing. Names come without their
 * prefix. A document type is refused, and with it every entity of its own: a workbook needs none. Throws a `ReadingProblem`.
 */
export class XmlCursor {
  /** The local name of the element that was opened or closed. */
  name = ''
  /** How many elements are open; for an `open` and its `close` the element itself counts. */
  depth = 0
  private at = 0
  private start = 0
  private end = 0
  private closing = false
  private closed = false
  private isLiteral = false
  /** Where the value of the attribute lies that was looked for last. */
  private from = 0
  private to = 0
  private readonly names: ShortNames

  constructor(private readonly bytes: Buffer) {
    this.names = new ShortNames(bytes)
  }

  next(): Token {
    const { bytes } = this
    if (this.closing) {
      this.closing = false
      return 'close'
    }
    if (this.closed) {
      this.depth -= 1
      this.closed = false
    }
    for (;;) {
      if (this.at >= bytes.length) {
        if (this.depth > 0) throw new ReadingProblem('damaged_part')
        return 'end'
      }
      if (bytes[this.at] !== lt) return this.text()
      const second = bytes[this.at + 1]
      if (second === question) this.skipPast('?>')
      else if (second !== bang) return second === slash ? this.close() : this.open()
      else if (this.isAt('<!--', this.at)) this.skipPast('-->')
      else if (this.isAt('<![CDATA[', this.at)) return this.literal()
      else throw new ReadingProblem('declares_entities')
    }
  }

  /** The text that the cursor stands on. */
  get value(): string {
    const { bytes, start, end } = this
    return this.isLiteral ? bytes.toString('utf8', start, end) : decodeXml(bytes, start, end)
  }

  /** An attribute of the element just opened, by its local name. */
  attribute(name: string): string | undefined {
    return this.find(name) ? decodeXml(this.bytes, this.from, this.to) : undefined
  }

  /** `attribute` for values of a few letters that come again and again. */
  shortAttribute(name: string): string | undefined {
    return this.find(name) ? this.names.at(this.from, this.to) : undefined
  }

  /** `attribute` for whole numbers; undefined for anything else. */
  wholeAttribute(name: string): number | undefined {
    return this.find(name) ? wholeNumberAt(this.bytes, this.from, this.to) : undefined
  }

  /** The column of a cell's address, from 0; undefined when the attribute is missing or no address. */
  columnAttribute(name: string): number | undefined {
    if (!this.find(name)) return undefined
    let column = 0
    for (let at = this.from; at < this.to; at += 1) {
      const letter = ((this.bytes[at] as number) & 0xdf) - 64
      if (letter < 1 || letter > 26) break
      column = column * 26 + letter
    }
    return column === 0 ? undefined : column - 1
  }

  /** The text that the cursor stands on as a number; NaN when it is none. */
  get number(): number {
    const whole = wholeNumberAt(this.bytes, this.start, this.end)
    if (whole !== undefined) return whole
    const text = this.bytes.toString('latin1', this.start, this.end).trim()
    return /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text) ? Number(text) : Number.NaN
  }

  /** Looks for an attribute; its value then lies between `from` and `to`. */
  private find(name: string): boolean {
    const { bytes, end } = this
    let at = this.start
    while (at < end) {
      while (at < end && isBlank(bytes[at] as number)) at += 1
      let from = at
      let to = at
      for (; at < end && bytes[at] !== equals; at += 1) {
        if (bytes[at] === colon) from = at + 1
        if (!isBlank(bytes[at] as number)) to = at + 1
      }
      at += 1
      while (at < end && isBlank(bytes[at] as number)) at += 1
      const mark = bytes[at] as number
      if (at >= end || (mark !== quote && mark !== apostrophe)) return false
      const start = at + 1
      for (at = start; at < end && bytes[at] !== mark; ) at += 1
      if (to - from === name.length && this.isAt(name, from)) {
        this.from = start
        this.to = at
        return true
      }
      at += 1
    }
    return false
  }

  private open(): Token {
    const { bytes } = this
    let at = this.at + 1
    let from = at
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] as number
      if (byte === colon) from = at + 1
      else if (byte === gt || byte === slash || isBlank(byte)) break
    }
    this.name = this.names.at(from, at)
    this.start = at
    // A sign that ends a tag may stand inside a quoted value.
    for (let inside = 0; ; at += 1) {
      const byte = bytes[at]
      if (byte === undefined) throw new ReadingProblem('damaged_part')
      if (inside === 0 && byte === gt) break
      if (byte === inside) inside = 0
      else if (inside === 0 && (byte === quote || byte === apostrophe)) inside = byte
    }
    this.closing = bytes[at - 1] === slash
    this.end = this.closing ? at - 1 : at
    this.at = at + 1
    this.depth += 1
    if (this.depth > limits.depth) throw new ReadingProblem('too_deep', { limit: limits.depth })
    if (this.closing) this.closed = true
    return 'open'
  }

  private close(): Token {
    const { bytes } = this
    const end = bytes.indexOf(gt, this.at)
    if (end < 0 || this.depth === 0) throw new ReadingProblem('damaged_part')
    let [from, to] = [this.at + 2, this.at + 2]
    for (; to < end && !isBlank(bytes[to] as number); to += 1) if (bytes[to] === colon) from = to + 1
    this.name = this.names.at(from, to)
    this.at = end + 1
    this.closed = true
    return 'close'
  }

  private text(): Token {
    const next = this.bytes.indexOf(lt, this.at)
    this.start = this.at
    this.end = next < 0 ? this.bytes.length : next
    this.at = this.end
    this.isLiteral = false
    return 'text'
  }

  private literal(): Token {
    const end = this.bytes.indexOf(']]>', this.at)
    if (end < 0) throw new ReadingProblem('damaged_part')
    this.start = this.at + 9
    this.end = end
    this.at = end + 3
    this.isLiteral = true
    return 'text'
  }

  private skipPast(mark: string): void {
    const end = this.bytes.indexOf(mark, this.at)
    if (end < 0) throw new ReadingProblem('damaged_part')
    this.at = end + mark.length
  }

  private isAt(text: string, from: number): boolean {
    for (let index = 0; index < text.length; index += 1)
      if (this.bytes[from + index] !== text.charCodeAt(index)) return false
    return true
  }
}
