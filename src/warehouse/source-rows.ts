import { type ColumnPath, itemNamed, relationName, type Scope, selectNamed } from './column-source.js'
import type { Expression, NamedQuery, Query, Relation, Select } from './sql-tree.js'

/**
 * The query that says which rows a column of a select came from: `region_code, period` of the select's row, and `source_region_code,
 * source_period` of each row of the table at the end of the way. It is the select itself with its own joins and filters, its sums
 * undone.
 */
export function sourceRows(select: Select, path: ColumnPath, scope: Scope): Query {
  const { queries, sources, from_table } = along(select, path, scope)
  const own = ['region_code', 'period'].map((name) => {
    const item = itemNamed(select, name)
    if (item === undefined) throw new Error(`a select of parts has no ${name}`)
    return named(item, name)
  })
  return {
    ...ungrouped(select),
    ...{ select_list: [...own, ...sources], from_table },
    cte_map: { map: [...scope.queries.values(), ...queries] },
  }
}

interface Along {
  queries: NamedQuery[]
  sources: Expression[]
  from_table: Relation
}

/** What stands in for the relation that the way leads through, the queries that it needs, and its row's region and period. */
function along(select: Select, path: ColumnPath, scope: Scope): Along {
  if (path.query === null || path.inner === null)
    return { queries: [], sources: sourcesOf(path.relation, ''), from_table: select.from_table }
  const query = scope.queries.get(path.query) as NamedQuery
  const inner = selectNamed(path.query, scope) as Select
  const below = along(inner, path.inner, scope)
  const name = `${path.query}_and_source_rows`
  const node: Select = {
    ...ungrouped(inner),
    ...{ select_list: [...inner.select_list.flatMap((item) => undone(item, inner)), ...below.sources] },
    from_table: below.from_table,
  }
  const extended: NamedQuery = { key: name, value: { ...query.value, query: { ...query.value.query, node } } }
  return {
    queries: [...below.queries, extended],
    sources: sourcesOf(path.relation, 'source_'),
    from_table: reading(select.from_table, path.relation, name),
  }
}

function sourcesOf(relation: string, prefix: string): Expression[] {
  return ['region_code', 'period'].map((name) => named(column(relation, prefix + name), `source_${name}`))
}

function column(...column_names: string[]): Expression {
  return { class: 'COLUMN_REF', type: 'COLUMN_REF', alias: '', column_names }
}

function named(expression: Expression, alias: string): Expression {
  return { ...expression, alias }
}

/** The relation with another query in the place of the one it names, under the name that it had. */
function reading(from: Relation, relation: string, query: string): Relation {
  if (from.left && from.right)
    return { ...from, left: reading(from.left, relation, query), right: reading(from.right, relation, query) }
  return relationName(from) === relation ? { ...from, alias: relation, table_name: query } : from
}

function ungrouped(select: Select): Select {
  return { ...select, group_expressions: [], group_sets: [], having: null }
}

/** An item of a select as it is of each row before they are put together: what is summed, not the sum. */
function undone(item: Expression, { group_expressions }: Select): Expression[] {
  if (group_expressions.length === 0 || item.class === 'COLUMN_REF') return [item]
  const [summed] = item.children ?? []
  return summed ? [named(summed, item.alias)] : []
}
