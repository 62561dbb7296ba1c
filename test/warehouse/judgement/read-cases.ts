import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Period } from '../../../src/domain/period.js'

/** A numerator and a denominator as reported; null: no report. */
export type Parts = [numerator: number, denominator: number] | null

/** What is reported: firms with an organisation of all, posts in arrears of all, yuan over posts, villages without income of all. */
export type Series = 'firms' | 'arrears' | 'pay' | 'villages'

/** A case worked out by hand: figures that end in 2026-06 (a year: 2025), the lines, and what must come out. */
export interface Case {
  name: string
  series: Series
  values: Parts[]
  /** Of two counties that are one in the month of the first of `values`: what each reported before. */
  parts: Parts[][]
  revised: { period: Period; parts: Parts }[]
  lines: { from: Period; to: Period; fields: Record<string, string> }[]
  status: string[]
  /** Opening, closing or state, life, and the worst period where it is said, of each alert. */
  alerts: string[]
  near: string
  gap: string
  arrival: string
}

/** The cases of a file beside this one: a name, then one line for each thing given and expected. */
export function readCases(file: string): { as_of: string; cases: Case[] } {
  const [head = '', ...blocks] = readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n\n')
  const as_of = /^as of (\S+)$/m.exec(head)?.[1] ?? '2026-07-10'
  return { as_of, cases: blocks.map(readCase) }
}

const series: readonly string[] = ['firms', 'arrears', 'pay', 'villages'] satisfies Series[]

function readCase(block: string): Case {
  const [name = '', ...lines] = block.split('\n')
  const said = lines.map((line) => /^ {2}(\w+) (.+)$/.exec(line) ?? [line, '', ''])
  const all = (key: string) => said.filter((match) => match[1] === key).map((match) => match[2] ?? '')
  const one = (key: string, otherwise?: string) => {
    const [found = otherwise] = all(key)
    if (found === undefined) throw new Error(`no ${key} in the case “${name}”`)
    return found
  }
  const kind = said.map((match) => match[1] ?? '').find((key) => series.includes(key)) as Series
  one('why')
  return {
    name,
    series: kind,
    values: repeated(one(kind)).map(partsOf),
    parts: all('parts').flatMap((text) => text.split(' | ').map((side) => repeated(side).map(partsOf))),
    revised: all('revised').map((text) => {
      const [period = '', parts = ''] = text.split(' ')
      return { period, parts: partsOf(parts) }
    }),
    lines: all('line').map(lineOf),
    status: repeated(one('status')),
    alerts: one('alert') === 'none' ? [] : one('alert').split('; '),
    near: one('near', 'no'),
    gap: one('gap'),
    arrival: one('arrival'),
  }
}

/** `a b*3` is `a b b b`. */
function repeated(text: string): string[] {
  return text.split(' ').flatMap((word) => {
    const [, what = word, times = '1'] = /^(.+)\*(\d+)$/.exec(word) ?? []
    return Array<string>(Number(times)).fill(what)
  })
}

function partsOf(text: string): Parts {
  if (text === '-') return null
  const [numerator = 0, denominator = 0] = text.split('/').map(Number)
  return [numerator, denominator]
}

const columns: Record<string, string> = {
  due: 'target_due',
  margin: 'clear_margin',
  periods: 'clear_periods',
  least: 'min_denominator',
}

/** `2025-12..2026-03 warning=70 linear`: from when to when, where that is said, and columns of the registry. */
function lineOf(text: string): Case['lines'][number] {
  const words = text.split(' ')
  const span = words.find((word) => word.includes('..'))
  const [from, to] = span?.split('..') ?? []
  const fields = words
    .filter((word) => word !== span)
    .map((word): [string, string] => {
      const [key = '', value] = word.split('=')
      return value === undefined ? ['path', key] : [columns[key] ?? key, value]
    })
  return { from: from || '2000-01', to: to ?? '', fields: Object.fromEntries(fields) }
}
