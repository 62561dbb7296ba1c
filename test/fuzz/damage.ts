import fc from 'fast-check'
import { unzip, zip } from './zip.js'

/** A way to spoil a file: a name to read in a report, and what it does. */
export interface Damage {
  what: string
  to: (bytes: Buffer) => Buffer
}

/** Texts that stand in cells, in headings and between tags where nobody expects them. */
const oddTexts = [
  '',
  ' ',
  '—',
  '约40%',
  '待核',
  '1,23',
  '=1+1',
  "=cmd|'/C calc'!A0",
  '\u0000',
  '\ud800',
  '\u202e',
  '\ufeff',
  '"',
  ',,,,,,,,',
  '\r',
  '\n\n\n',
  '合计',
  '小计',
  '东城区',
  '990301001',
  '2026年10月',
  '1e999',
  '99999999999999999999999',
  '-0',
  'NaN',
  '单位：万元',
  '填报单位：',
  '<',
  '</row>',
  '<row r="1048577">',
  '<c r="XFE1"><v>1</v></c>',
  '<c r="A0"/>',
  '<f>WEBSERVICE("http://192.0.2.1/")</f>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&#0;',
  '&#xD800;',
  '&undefined;',
  ' r="A1:XFD1048576"',
  ' t="s"><v>999999999</v>',
  ' s="99999"',
]

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const oddText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...oddTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
)

const flip = fc.tuple(place, fc.nat(255)).map(
  ([at, value]): Damage => ({
    what: `byte ${value} at ${at}`,
    to: (bytes) => {
      const copy = Buffer.from(bytes)
      if (copy.length > 0) copy[Math.floor(at * copy.length)] = value
      return copy
    },
  }),
)

const cut = fc.tuple(place, place).map(
  ([one, other]): Damage => ({
    what: `cut ${one} to ${other}`,
    to: (bytes) => {
      const [from, to] = [one, other].map((share) => Math.floor(share * bytes.length)).sort((a, b) => a - b)
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
    },
  }),
)

const repeat = fc.tuple(place, place, fc.integer({ min: 2, max: 40 })).map(
  ([at, length, times]): Damage => ({
    what: `repeat ${length} at ${at} ${times} times`,
    to: (bytes) => {
      const from = Math.floor(at * bytes.length)
      const piece = bytes.subarray(from, from + Math.floor((length * bytes.length) / 4))
      return Buffer.concat([bytes.subarray(0, from), ...Array<Buffer>(times).fill(piece), bytes.subarray(from)])
    },
  }),
)

/** Puts a text where one cell, tag or line ends, so that the rest keeps its shape. */
const insert = fc.tuple(place, oddText, fc.boolean()).map(
  ([at, text, replaces]): Damage => ({
    what: `${replaces ? 'replace with' : 'insert'} ${JSON.stringify(text)} at ${at}`,
    to: (bytes) => {
      const borders = [...bytes.toString('latin1').matchAll(/[,\t\n<>"]/g)].map(({ index }) => index)
      const nth = Math.floor(at * borders.length)
      const from = (borders[nth] ?? 0) + 1
      const to = replaces ? (borders[nth + 1] ?? from) : from
      return Buffer.concat([bytes.subarray(0, from), Buffer.from(text), bytes.subarray(Math.max(from, to))])
    },
  }),
)

const recode = fc.constantFrom('utf16le', 'latin1', 'bom').map(
  (encoding): Damage => ({
    what: `as ${encoding}`,
    to: (bytes) =>
      encoding === 'bom'
        ? Buffer.concat([Buffer.from('\ufeff'), bytes])
        : Buffer.concat([
            Buffer.from(encoding === 'utf16le' ? '\ufeff' : '', 'utf16le'),
            Buffer.from(bytes.toString('utf8'), encoding as BufferEncoding),
          ]),
  }),
)

const inBytes = fc.oneof(flip, cut, repeat, { weight: 4, arbitrary: insert }, recode)

/** The same inside one part of a workbook, which is put together again as if nothing had happened. */
const inPart = fc.tuple(place, inBytes).map(
  ([at, { what, to }]): Damage => ({
    what: `in part ${at}: ${what}`,
    to: (bytes) => {
      const entries = [...unzip(bytes)]
      const chosen = entries[Math.floor(at * entries.length)]
      if (!chosen) return bytes
      return zip(new Map(entries.map((entry) => (entry === chosen ? [entry[0], to(entry[1])] : entry))))
    },
  }),
)

/** One to four ways of damage to a text file, or to the bytes of anything. */
export const textDamage = fc.array(inBytes, { minLength: 1, maxLength: 4 })

/** One to four ways of damage inside a workbook, and now and then one to the archive itself. */
export const workbookDamage = fc
  .tuple(fc.array(inPart, { minLength: 1, maxLength: 4 }), fc.option(inBytes, { freq: 6, nil: null }))
  .map(([inside, outside]) => (outside === null ? inside : [...inside, outside]))
