import type { MethodologyData } from '../domain/methodology-data.js'
import type { IndicatorMeta } from '../domain/page-data.js'
import type { Text } from '../domain/text.js'
import type { Threshold } from '../domain/threshold.js'
import { pageOf, type Topic } from '../domain/topic.js'
import type { Model } from '../warehouse/model.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { comparedLevels, declaredConditions, isKnownAt } from './conditions.js'
import { nationalSeriesOf } from './national.js'

/** What pages need to know of every indicator. */
export function indicatorMeta(topics: readonly Topic[]): IndicatorMeta[] {
  return topics.flatMap((topic) => {
    const { dataset, indicators } = topic
    return indicators.map(({ gap, source, national_series, ...indicator }) => ({
      ...indicator,
      page: pageOf(topic),
      return_title: dataset.title,
      frequency: dataset.frequency,
      grain: dataset.grain,
      gap_unit: gap.unit,
    }))
  })
}

/** What exactly each number is: generated from the declarations, the thresholds and the SQL itself. */
export async function methodologyData(
  warehouse: Warehouse,
  topics: readonly Topic[],
  models: readonly Model[],
  thresholds: readonly Threshold[],
): Promise<MethodologyData> {
  const sources = new Map(
    topics.flatMap(({ indicators }) => indicators.map(({ id, source }): [string, Text] => [id, source])),
  )
  return {
    datasets: topics.map(({ dataset }) => ({
      id: dataset.id,
      title: dataset.title,
      frequency: dataset.frequency,
      grain: dataset.grain,
      due_day: dataset.due_day,
      columns: dataset.columns.map(({ name, header, kind, unit }) => ({ name, header, kind, unit })),
      checks: dataset.checks,
    })),
    indicators: indicatorMeta(topics).map((meta) => ({
      ...meta,
      source: sources.get(meta.id) ?? { zh: '', en: '' },
      sql: formulaOf(models, meta.id),
    })),
    thresholds: [...thresholds],
    national: await nationalSeriesOf(warehouse, topics),
    bands: topics.flatMap(({ bands }) => bands?.list ?? []),
    conditions: declaredConditions(topics).map((declared) => ({
      ...declared.condition,
      return_title: declared.dataset.title,
      levels: comparedLevels.filter((level) => isKnownAt(declared, level)),
    })),
  }
}

/** The lines of the models that make an indicator: the select that names it, or the whole file when it is the only one there. */
function formulaOf(models: readonly Model[], id: string): string {
  for (const { sql } of models) {
    const at = sql.indexOf(`'${id}'`)
    if (at < 0) continue
    const start = sql.lastIndexOf('  select', at)
    const end = sql.indexOf('\n  from ', at)
    if (start < 0 || end < 0) continue
    const lastLine = sql.indexOf('\n', end + 1)
    return sql
      .slice(start, lastLine < 0 ? undefined : lastLine)
      .split('\n')
      .map((line) => line.replace(/^ {2}/, ''))
      .join('\n')
  }
  return ''
}
