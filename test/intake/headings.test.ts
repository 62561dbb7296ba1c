import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dataset, defineDataset } from '../../src/domain/dataset.js'
import { editDistance } from '../../src/domain/edit-distance.js'
import { headerBookOf, keysOf, namesOf, unitsOf } from '../../src/intake/table/header-book.js'
import { headingKey } from '../../src/intake/table/header-text.js'
import { datasets } from './datasets.js'

const columns = datasets.flatMap((dataset) => dataset.columns.map((column) => ({ dataset, column })))
const meaning = (id: string, ...path: string[]) => {
  const dataset = datasets.find((one) => one.id === id) as (typeof datasets)[number]
  const found = headerBookOf(dataset).meaningOf(keysOf(path))
  return found === null ? null : 'column' in found ? found.column.name : found.role
}

describe('a heading', () => {
  test('of every column is known by every name, however it is dressed', () => {
    const dress = fc.constantFrom(
      (name: string) => name,
      (name: string) => [...name].join(' '),
      (name: string) => ` ${[...name].join('　')}\n`,
      (name: string) => `${name}（ 必填 ）`,
      (name: string) => `1. ${name}`,
      (name: string) => `（二）${name}`,
      (name: string) => `三、${name}`,
      (name: string) => `其中：${name}`,
      (name: string) => `*${name}`,
      (name: string) => name.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    )
    fc.assert(
      fc.property(fc.constantFrom(...columns), fc.nat(), dress, ({ dataset, column }, pick, dressed) => {
        const names = namesOf(column)
        const found = headerBookOf(dataset).meaningOf(keysOf([dressed(names[pick % names.length] as string)]))
        // 口径（英文） is a heading of its own; dressed up, what its brackets say is lost.
        if (column.name === 'definition_en' || column.name === 'definition') return
        expect(found && 'column' in found ? found.column.name : found).toBe(column.name)
      }),
      { numRuns: 1000 },
    )
  })

  test('states its unit in brackets, never closed brackets, or plainly at its end', () => {
    for (const { dataset, column } of columns) {
      for (const unit of unitsOf(column)) {
        for (const heading of [
          `${column.header.zh}（${unit}）`,
          `${column.header.zh}(${unit}`,
          `${column.header.zh}${unit}`,
        ]) {
          const found = headerBookOf(dataset).meaningOf(keysOf([heading]))
          expect(found && 'column' in found && found.column.name, heading).toBe(column.name)
        }
      }
    }
  })

  test.each([
    ['coverage', ['非公有制企业', '企业总数'], 'nonpublic_total'],
    ['coverage', ['一、非公有制企业（家）', '企业总数'], 'nonpublic_total'],
    ['coverage', ['非公企业', '单独组建数'], 'nonpublic_org_single'],
    ['coverage', ['行政区划代码'], 'region_code'],
    ['coverage', ['区（县）'], 'region_name'],
    ['coverage', ['序号'], 'ignored'],
    ['coverage', ['年度'], 'period'],
    ['coverage', ['企业总'], null],
    ['national', ['口径'], 'definition'],
    ['national', ['口径（英文）'], 'definition_en'],
    ['national', ['计量单位'], 'unit'],
    ['stipend', ['最低报酬（元／月）'], 'lowest_yuan_per_month'],
    ['stipend', ['（元）'], null],
    ['stipend', [''], null],
  ] as const)('%s %j is %j', (id, path, expected) => expect(meaning(id, ...path)).toBe(expected))

  test('that two columns share means neither, unless the group above tells them apart', () => {
    const column = (name: string, group: string) => ({
      ...{ name, group: { zh: group, en: group }, header: { zh: '总数', en: 'total' } },
      kind: 'count' as const,
    })
    const columns = [column('firms', '企业'), column('offices', '社会组织')]
    const book = headerBookOf(defineDataset({ ...(datasets[0] as Dataset), id: 'x', columns, checks: [] }))
    const nameOf = (...path: string[]) => {
      const found = book.meaningOf(keysOf(path))
      return found && 'column' in found ? found.column.name : found
    }
    expect(nameOf('总数')).toBeNull()
    expect(nameOf('企业', '总数')).toBe('firms')
    expect(nameOf('一、社会组织（个）', '总数')).toBe('offices')
    expect(nameOf('农户', '总数')).toBeNull()
  })

  test('of any kind is looked up without a crash', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }), (path) => {
        for (const dataset of datasets) headerBookOf(dataset).meaningOf(keysOf(path))
        for (const part of path) expect(headingKey(part)).not.toMatch(/\s/)
      }),
    )
  })
})

test('distance counts signs', () => {
  expect(editDistance('企业总数', '企业总数')).toBe(0)
  expect(editDistance('企业数', '企业总数')).toBe(1)
  expect(editDistance('', '企业')).toBe(2)
  expect(editDistance('总数企业', '企业总数')).toBe(4)
})
