import type { Column } from './canonical.js'
import type { Expression, NamedQuery, Query, Relation, Select } from './sql-tree.js'

/** What the names in a select stand for: the queries that it or those around it name, and the columns of the tables. */
export interface Scope {
  queries: ReadonlyMap<string, NamedQuery>
  tables: ReadonlyMap<string, readonly Column[]>
}

/** The way from a column of a select to the column of a table that it is: through each relation, down to the table. */
export interface ColumnPath {
  /** The relation's name in the select. */
  relation: string
  /** The column in the table at the end. */
  column: string
  /** Where the relation is a table: which. */
  table: string | null
  /** Where the relation is a query with a name: that name, and the way on from its select. */
  query: string | null
  inner: ColumnPath | null
  /** How that query makes one value of several rows (`max`); null where it does not. */
  chosen_by: string | null
}

/** Every column of a table that an expression of a select is made of. Names that lead to no table (a count, a running number) give none. */
export function columnsIn(expression: Expression, select: Select, scope: Scope): ColumnPath[] {
  if (expression.class === 'COLUMN_REF') return pathsOf(expression.column_names ?? [], select, scope)
  return partsOf(expression).flatMap((part) => columnsIn(part, select, scope))
}

/** The item of a select that has a name. */
export function itemNamed(select: Select, name: string): Expression | undefined {
  return select.select_list.find((item) => nameOf(item) === name)
}

/** The expressions right below one. */
export function partsOf(expression: Expression): Expression[] {
  const { children = [], left, right, case_checks = [], else_expr, child } = expression
  const checks = case_checks.flatMap(({ when_expr, then_expr }) => [when_expr, then_expr])
  return [left, ...children, ...checks, else_expr, child, right].filter((part) => part !== undefined)
}

/** True when two ways lead to one row of one table. */
export function isSameRow(one: ColumnPath, other: ColumnPath): boolean {
  const alike = one.relation === other.relation && one.table === other.table && one.query === other.query
  if (!alike || one.inner === null || other.inner === null) return alike && one.inner === other.inner
  return isSameRow(one.inner, other.inner)
}

/** The table at the end of a way. */
export function tableAt(path: ColumnPath): string {
  return path.inner === null ? (path.table ?? '') : tableAt(path.inner)
}

/** The relations of a select, joined ones each for itself. */
export function relationsOf(from: Relation): Relation[] {
  if (from.left && from.right) return [...relationsOf(from.left), ...relationsOf(from.right)]
  return from.table_name === undefined ? [] : [from]
}

/** What a select calls a relation. */
export function relationName({ alias, table_name = '' }: Relation): string {
  return alias === '' ? table_name : alias
}

/** The select of a query with a name; a union of several is none. */
export function selectNamed(name: string, scope: Scope): Select | null {
  const node: Query | undefined = scope.queries.get(name)?.value.query.node
  return node?.type === 'SELECT_NODE' ? node : null
}

function pathsOf(names: readonly string[], { from_table }: Select, scope: Scope): ColumnPath[] {
  const column = names.at(-1) ?? ''
  const wanted = names.length > 1 ? names.at(-2) : undefined
  for (const relation of relationsOf(from_table)) {
    if (wanted !== undefined && relationName(relation) !== wanted) continue
    const paths = throughRelation(relation, column, scope)
    if (paths.length > 0) return paths
  }
  return []
}

function throughRelation(relation: Relation, column: string, scope: Scope): ColumnPath[] {
  const { schema_name = '', table_name = '' } = relation
  const here = { relation: relationName(relation) }
  if (schema_name !== '') {
    const table = `${schema_name}.${table_name}`
    const isThere = scope.tables.get(table)?.some(({ name }) => name === column) ?? false
    return isThere ? [{ ...here, column, table, query: null, inner: null, chosen_by: null }] : []
  }
  const select = selectNamed(table_name, scope)
  if (select === null) return []
  const item = itemNamed(select, column)
  const inner = item
    ? columnsIn(item, select, scope)
    : select.select_list.flatMap((star) => throughStar(star, column, select, scope)).slice(0, 1)
  const own = item?.class === 'FUNCTION' && select.group_expressions.length > 0 ? (item.function_name ?? null) : null
  return inner.map((path) => ({
    ...{ ...here, column: path.column, table: null, query: table_name, inner: path },
    chosen_by: own ?? path.chosen_by,
  }))
}

function throughStar(star: Expression, column: string, select: Select, scope: Scope): ColumnPath[] {
  if (star.class !== 'STAR') return []
  return pathsOf(star.relation_name ? [star.relation_name, column] : [column], select, scope)
}

function nameOf({ class: kind, alias, column_names }: Expression): string | undefined {
  return alias !== '' || kind !== 'COLUMN_REF' ? alias : column_names?.at(-1)
}
