import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { topics } from '../../pipelines/index.js'
import type { Column } from '../../src/domain/column.js'
import type { Dataset } from '../../src/domain/dataset.js'
import { cases, fixtures, takeInCase } from './cases.js'
import { datasets } from './datasets.js'

/** A declaration with one rule taken out. */
interface Mutant {
  rule: string
  dataset: Dataset
}

function withColumn(dataset: Dataset, column: Column, change: Partial<Column>): Dataset {
  return { ...dataset, columns: dataset.columns.map((one) => (one === column ? { ...one, ...change } : one)) }
}

function* mutants(dataset: Dataset): Iterable<Mutant> {
  for (const check of dataset.checks) {
    yield { rule: check.id, dataset: { ...dataset, checks: dataset.checks.filter((one) => one !== check) } }
    if (check.within_year) {
      const checks = dataset.checks.map((one) => (one === check ? { ...one, within_year: false } : one))
      yield { rule: `${check.id} within a year`, dataset: { ...dataset, checks } }
    }
  }
  for (const column of dataset.columns) {
    const { name, kind } = column
    const isFigure = kind === 'count' || kind === 'amount' || kind === 'share'
    if (column.required)
      yield { rule: `${name} is required`, dataset: withColumn(dataset, column, { required: false }) }
    if (isFigure && column.min !== null)
      yield { rule: `${name} has a least`, dataset: withColumn(dataset, column, { min: null }) }
    if (isFigure && column.max !== null)
      yield { rule: `${name} has a most`, dataset: withColumn(dataset, column, { max: null }) }
    if (column.jump_pct !== null)
      yield { rule: `${name} is a stock`, dataset: withColumn(dataset, column, { jump_pct: null }) }
    for (const unit of Object.keys(column.other_units)) {
      const other_units = Object.fromEntries(Object.entries(column.other_units).filter(([one]) => one !== unit))
      yield { rule: `${name} in ${unit}`, dataset: withColumn(dataset, column, { other_units }) }
    }
    for (const code of Object.keys(column.codes)) {
      const codes = Object.fromEntries(Object.entries(column.codes).filter(([one]) => one !== code))
      yield { rule: `${name} may be ${code}`, dataset: withColumn(dataset, column, { codes }) }
    }
  }
}

interface Expected {
  verdict: string
  dataset: string | null
  findings: { code: string; cell: string | null; severity: string }[]
  accepted: { values: object }[]
}

const expected = new Map(
  cases.map((name) => [name, JSON.parse(readFileSync(join(fixtures, name, 'expected.json'), 'utf8')) as Expected]),
)

/** What a rule can change in a result: which cells are found at fault, and which values are loaded. */
function outline({ findings, accepted }: Pick<Expected, 'findings' | 'accepted'>): string {
  return JSON.stringify([
    findings.map(({ code, cell, severity }) => [code, cell, severity]),
    accepted.map(({ values }) => values),
  ])
}

describe.each(topics.map(({ dataset }) => [dataset.id, dataset] as const))('without one rule of %s', (id, dataset) => {
  const own = cases.filter((name) => expected.get(name)?.dataset === id)

  test.each([...mutants(dataset)].map((mutant) => [mutant.rule, mutant] as const))(
    '%s: a case fails',
    async (rule, mutant) => {
      const declared = datasets.map((one) => (one.id === id ? mutant.dataset : one))
      for (const name of own) {
        const before = expected.get(name) as Expected
        if (outline(await takeInCase(name, declared)) !== outline(before)) return
      }
      expect.fail(`no case of ${id} notices that a rule is gone: ${rule}`)
    },
  )
})
