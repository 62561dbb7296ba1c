import { z } from 'zod'
import type { Column } from './column.js'
import { type Correction, CorrectionRow } from './correction.js'
import { type Dataset, isKeyed } from './dataset.js'
import { frequencyOf } from './period.js'
import { isNumeric, storedText, times } from './stored-text.js'

/** A row that is held against the declared returns; an issue names the field that is wrong, and what may stand there. */
export function settledCorrection(datasets: readonly Dataset[]): z.ZodType<Omit<Correction, 'line'>> {
  return CorrectionRow.transform((row, context) => {
    try {
      return settle(row, datasets)
    } catch (error) {
      if (!(error instanceof WrongField)) throw error
      context.addIssue({ code: 'custom', path: [error.field], message: error.message })
      return z.NEVER
    }
  })
}

class WrongField extends Error {
  constructor(
    readonly field: keyof CorrectionRow,
    zh: string,
    en: string,
  ) {
    super(`${zh} (${en})`)
  }
}

function settle(row: CorrectionRow, datasets: readonly Dataset[]): Omit<Correction, 'line'> {
  const dataset = datasetOf(row, datasets)
  const column = columnOf(row, dataset)
  const expect = expectOf(row, column, dataset)
  const put = putOf(row, column, expect)
  const { region_code, period, action, value, decided_on, decided_by, reason } = row
  return {
    dataset: dataset.id,
    region_code,
    period,
    column,
    action,
    value,
    put,
    expect,
    decided_on,
    decided_by,
    reason,
  }
}

function datasetOf({ dataset: id, period }: CorrectionRow, datasets: readonly Dataset[]): Dataset {
  const dataset = datasets.find((each) => each.id === id)
  const ids = datasets.map((each) => each.id).join(', ')
  if (!dataset) throw new WrongField('dataset', `没有这张报表，可填 ${ids}`, `no such return, there are ${ids}`)
  if (isKeyed(dataset))
    throw new WrongField(
      'dataset',
      '这张表一地一期有多行，请直接改原文件',
      'it has several rows a region: correct the file',
    )
  if (frequencyOf(period) === dataset.frequency) return dataset
  const form = { M: '2026-10', Q: '2026-Q3', A: '2026' }[dataset.frequency]
  throw new WrongField('period', `这张表的报告期写作 ${form}`, `periods of this return are like ${form}`)
}

function columnOf({ column_name: name, action }: CorrectionRow, dataset: Dataset): Column | null {
  if (name !== '') return columnNamed(name, dataset, 'column_name')
  if (action === 'drop' || action === 'flag') return null
  throw new WrongField('column_name', `${action} 须指明一列`, `${action} is of one column`)
}

function columnNamed(name: string, { columns }: Dataset, field: keyof CorrectionRow): Column {
  const column = columns.find((each) => each.name === name)
  if (column) return column
  const names = columns.map((each) => each.name).join(', ')
  throw new WrongField(field, `没有“${name}”这一列，可填 ${names}`, `no column "${name}", there are ${names}`)
}

function expectOf({ expect, action }: CorrectionRow, column: Column | null, dataset: Dataset): Correction['expect'] {
  if (expect === '' && action === 'flag') return null
  if (expect === '') throw new WrongField('expect', '须填报表现在的错误数', 'the wrong value as the return says it now')
  if (column) return { column, value: stored(column, expect, 'expect') }
  const [, name, value] = /^(\w+)=(.*)$/.exec(expect) ?? []
  if (name === undefined || value === undefined) {
    const example = `${dataset.columns[0]?.name}=120`
    throw new WrongField(
      'expect',
      `整行的写作 列名=现值，如 ${example}`,
      `for a whole row column=value, such as ${example}`,
    )
  }
  const watched = columnNamed(name, dataset, 'expect')
  return { column: watched, value: stored(watched, value, 'expect') }
}

/** What stands in the cell from now on, worked out here so that a factor that gives half a firm is refused. */
function putOf({ action, value }: CorrectionRow, column: Column | null, expect: Correction['expect']): string | null {
  const takesValue = action === 'override' || action === 'scale'
  if (!takesValue && value !== '') throw new WrongField('value', `${action} 不填`, `blank for ${action}`)
  if (!takesValue || column === null || expect === null) return null
  const put = action === 'override' ? stored(column, value, 'value') : scaled(column, expect.value, value)
  if (put === expect.value) throw new WrongField('value', '与现在的数相同', 'it changes nothing')
  if (isNumeric(column) && Number(put) < (column.min ?? Number.NEGATIVE_INFINITY))
    throw new WrongField('value', `改后为 ${put}，不能小于 ${column.min}`, `it gives ${put}, not below ${column.min}`)
  if (isNumeric(column) && Number(put) > (column.max ?? Number.POSITIVE_INFINITY))
    throw new WrongField('value', `改后为 ${put}，不能大于 ${column.max}`, `it gives ${put}, not above ${column.max}`)
  return put
}

function scaled(column: Column, expect: string, factor: string): string {
  const product = isNumeric(column) && Number(factor) > 0 ? times(expect, factor) : null
  if (product === null)
    throw new WrongField(
      'value',
      'scale 只用于数字列，须填大于零的倍数',
      'a factor above zero, for a column of numbers',
    )
  const put = storedText(column, product)
  if (put !== null) return put
  throw new WrongField(
    'value',
    `${expect} 乘后为 ${product}，请改用 override`,
    `${expect} becomes ${product}: use override`,
  )
}

function stored(column: Column, text: string, field: keyof CorrectionRow): string {
  const value = storedText(column, text)
  if (value !== null) return value
  const codes = Object.values(column.codes).join(', ')
  const [zh, en] = {
    count: ['整数', 'a whole number'],
    amount: ['数字，最多两位小数', 'a number with at most two decimals'],
    share: ['百分数，最多四位小数，不带百分号', 'per cent with at most four decimals and no sign'],
    date: ['日期，如 2026-10-15', 'a day such as 2026-10-15'],
    code: [codes, codes],
    text: ['文字', 'words'],
  }[column.kind] as [string, string]
  const unit = column.unit === null ? ['', ''] : [`，单位${column.unit.zh}`, ` in ${column.unit.en}`]
  throw new WrongField(field, `${column.name} 须是${zh}${unit[0]}`, `${column.name} takes ${en}${unit[1]}`)
}
