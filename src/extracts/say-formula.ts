import type { Text } from '../domain/text.js'
import type { Expression } from '../warehouse/sql-tree.js'

/** What a column is called; null for a name that stands for none. */
export type ColumnNames = (names: readonly string[]) => Text | null

const signs: Record<string, string> = {
  ...{ '+': '+', '-': '−', '*': '×', '/': '÷' },
  ...{ COMPARE_EQUAL: '=', COMPARE_NOTEQUAL: '≠', COMPARE_LESSTHAN: '<', COMPARE_GREATERTHAN: '>' },
  ...{ COMPARE_LESSTHANOREQUALTO: '≤', COMPARE_GREATERTHANOREQUALTO: '≥' },
}

/** How tightly an operation binds: what binds less goes into brackets. */
const strength: Record<string, number> = { '+': 1, '-': 1, '*': 2, '/': 2 }

/**
 * An expression of a formula as people write it, with the headings of the columns: `单独组建企业数 + 联合组建企业数`,
 * `集体经济总收入 ≤ 50,000 的计 1，其余计 0`. Null when something stands in it that has no such form.
 */
export function sayFormula(expression: Expression, nameOf: ColumnNames): Text | null {
  const { class: kind, type, children = [], function_name: name = '' } = expression
  if (kind === 'COLUMN_REF') return nameOf(expression.column_names ?? [])
  if (kind === 'CONSTANT') return sayConstant(expression)
  if (kind === 'CAST' && expression.child) return sayFormula(expression.child, nameOf)
  if (kind === 'CASE') return sayCase(expression, nameOf)
  if (type === 'OPERATOR_IS_NOT_NULL')
    return joined(
      [children[0]],
      nameOf,
      (zh) => `${zh}已填报`,
      (en) => `${en} is reported`,
    )
  if (kind === 'COMPARISON') {
    const sign = signs[type]
    return sign === undefined ? null : between([expression.left, expression.right], sign, nameOf)
  }
  if (kind !== 'FUNCTION') return null
  const sign = signs[name]
  if (sign !== undefined && children.length === 2)
    return between(
      children.map((child) => child),
      sign,
      nameOf,
      name,
    )
  if (name === 'avg')
    return joined(
      [children[0]],
      nameOf,
      (zh) => `${zh}的平均数`,
      (en) => `mean of ${en}`,
    )
  return null
}

function between(
  parts: readonly (Expression | undefined)[],
  sign: string,
  nameOf: ColumnNames,
  name = '',
): Text | null {
  const said = parts.map((part, index) => {
    const text = part ? sayFormula(part, nameOf) : null
    const own = strength[part?.function_name ?? '']
    // `a - (b + c)` needs its brackets, `(a + b) + c` does not.
    const isLoose = own !== undefined && own < (strength[name] ?? 0) + (index > 0 && /[-/]/.test(name) ? 1 : 0)
    return text && isLoose ? { zh: `（${text.zh}）`, en: `(${text.en})` } : text
  })
  const [left, right] = said
  return left && right ? { zh: `${left.zh} ${sign} ${right.zh}`, en: `${left.en} ${sign} ${right.en}` } : null
}

function joined(
  [part]: (Expression | undefined)[],
  nameOf: ColumnNames,
  zh: (text: string) => string,
  en: (text: string) => string,
): Text | null {
  const said = part ? sayFormula(part, nameOf) : null
  return said && { zh: zh(said.zh), en: en(said.en) }
}

function sayConstant({ value }: Expression): Text | null {
  if (value === undefined || value.is_null || typeof value.value !== 'number') return null
  const number = value.value.toLocaleString('en-US', { maximumFractionDigits: 6 })
  return { zh: number, en: number }
}

/** One case and what else: `… 的计 1，其余计 0`; where nothing else is said, the rest is left out. */
function sayCase({ case_checks = [], else_expr }: Expression, nameOf: ColumnNames): Text | null {
  const [check, ...more] = case_checks
  if (check === undefined || more.length > 0) return null
  const [when, then] = [sayFormula(check.when_expr, nameOf), sayFormula(check.then_expr, nameOf)]
  if (when === null || then === null) return null
  const said = { zh: `${when.zh}${/\w$/.test(when.zh) ? ' ' : ''}的计 ${then.zh}`, en: `${then.en} where ${when.en}` }
  const isNothing = else_expr === undefined || else_expr.value?.is_null === true
  if (isNothing) return { zh: `${said.zh}，否则不计入`, en: `${said.en}, else not counted in` }
  const rest = sayFormula(else_expr, nameOf)
  return rest && { zh: `${said.zh}，其余计 ${rest.zh}`, en: `${said.en}, else ${rest.en}` }
}
