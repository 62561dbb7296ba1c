import { QueryError, type Warehouse } from './warehouse.js'

/** An expression as the engine's parser gives it, as far as it is looked at here; everything else of it stays as it is. */
export interface Expression {
  /** `COLUMN_REF`, `CONSTANT`, `FUNCTION`, `COMPARISON`, `CASE`, `CAST`, `STAR`, … */
  class: string
  type: string
  alias: string
  column_names?: string[]
  function_name?: string
  children?: Expression[]
  left?: Expression
  right?: Expression
  value?: { value?: string | number; is_null?: boolean }
  case_checks?: { when_expr: Expression; then_expr: Expression }[]
  else_expr?: Expression
  /** Of a cast. */
  child?: Expression
  /** Of a star: `stipend` in `stipend.*`. */
  relation_name?: string
}

/** What a select reads: a table or the name of one of its own (`schema_name` empty), or two of them joined. */
export interface Relation {
  type: string
  alias: string
  schema_name?: string
  table_name?: string
  left?: Relation
  right?: Relation
}

/** A select. */
export interface Select {
  type: 'SELECT_NODE'
  cte_map: { map: NamedQuery[] }
  select_list: Expression[]
  from_table: Relation
  where_clause: Expression | null
  group_expressions: Expression[]
  group_sets: unknown[]
  having: Expression | null
}

/** Selects put under one another: as a list, or, as a file that is only read has it, two at a time. */
export interface Union {
  type: 'SET_OPERATION_NODE'
  cte_map: { map: NamedQuery[] }
  children?: Query[]
  left?: Query
  right?: Query
}

export type Query = Select | Union

/** A query with a name: `coverage` in `with coverage as (…)`. */
export interface NamedQuery {
  key: string
  value: { query: { node: Query } }
}

/** The queries that a union puts under one another. */
export function branchesOf({ children, left, right }: Union): Query[] {
  return children ?? [left, right].filter((branch) => branch !== undefined)
}

/** Queries as the engine's own parser sees them. Throws a QueryError for one that cannot be parsed. */
export async function parseSql(warehouse: Warehouse, queries: readonly string[]): Promise<Query[]> {
  const rows = await warehouse.query<{ tree: string }>(
    `select json_serialize_sql(text) as tree from (select unnest(from_json($1::json, '["varchar"]')) as text)`,
    [JSON.stringify(queries)],
  )
  return queries.map((sql, at) => {
    const tree: { error: boolean; error_message?: string; statements?: { node: Query }[] } = JSON.parse(
      rows[at]?.tree ?? '{"error":true}',
      withoutLocations,
    )
    const node = tree.statements?.[0]?.node
    if (tree.error || !node) throw new QueryError(sql, new Error(tree.error_message ?? 'cannot be parsed'))
    return node
  })
}

/** Where in the text a node stood: not needed, and where it is unknown a number that JavaScript cannot hold. */
function withoutLocations(key: string, value: unknown): unknown {
  return key === 'query_location' ? undefined : value
}

/** A query as text again. */
export async function sqlOf(warehouse: Warehouse, query: Query): Promise<string> {
  const tree = JSON.stringify({ error: false, statements: [{ node: query, named_param_map: [] }] })
  const [row] = await warehouse.query<{ sql: string }>('select json_deserialize_sql($1::json) as sql', [tree])
  return row?.sql ?? ''
}

/** The expression as text. `within`: any select, for the parts that the text of one is made of. */
export async function expressionSql(warehouse: Warehouse, expression: Expression, within: Select): Promise<string> {
  const bare: Select = {
    ...within,
    ...{ cte_map: { map: [] }, select_list: [{ ...expression, alias: '' }] },
    ...{ from_table: { type: 'EMPTY', alias: '' }, where_clause: null },
    ...{ group_expressions: [], group_sets: [], having: null },
  }
  const text = (await sqlOf(warehouse, bare)).replace(/^SELECT /i, '').replace(/\s+/g, ' ')
  // An operation comes in brackets of its own.
  return expression.class === 'FUNCTION' && text.startsWith('(') ? text.slice(1, -1) : text
}
