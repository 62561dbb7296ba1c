import type { Period } from '../domain/period.js'
import type { QualityConversion, QualityData, QualityExplanation, QualityRule } from '../domain/quality-data.js'
import type { Topic } from '../domain/topic.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { declaredCorrections } from './corrections.js'
import { returnsOf } from './quality-cells.js'
import { filesOf, monthFiles, monthValues } from './quality-files.js'
import { monthRevisions } from './revisions.js'
import { shownName } from './shown-name.js'

/** Explanations listed at most; the files say how many there are. */
const explanationsListed = 200

/** What was received for the month and what became of it. `mask` hides personal numbers in what senders wrote freely. */
export async function qualityData(
  warehouse: Warehouse,
  topics: readonly Topic[],
  month: Period,
  mask: (text: string) => string,
): Promise<QualityData> {
  const files = await filesOf(warehouse, month, mask)
  const { returns, cells } = await returnsOf(warehouse, topics, month, files)
  return {
    returns,
    cells,
    files,
    rules: await rulesOf(warehouse, month),
    explanations: await explanationsOf(warehouse, month, mask),
    conversions: await conversionsOf(warehouse, topics, month),
    revisions: await monthRevisions(warehouse, month, (path) => shownName(path, mask)),
    declared: await declaredCorrections(warehouse, topics),
  }
}

async function rulesOf(warehouse: Warehouse, month: Period): Promise<QualityRule[]> {
  const rows = await warehouse.query<Omit<QualityRule, 'example'> & { message: string; message_en: string }>(
    `with ${monthFiles}
     select rejects.code, rejects.severity, count(*) as count,
       count(*) filter (where rejects.severity = 'warn' and rejects.explanation is not null) as explained,
       count(distinct rejects.submission_id) as files, min_by(rejects.message, rejects.rowid) as message,
       min_by(rejects.message_en, rejects.rowid) as message_en
     from raw.rejects
     inner join current_files on current_files.submission_id = rejects.submission_id
     group by rejects.code, rejects.severity
     order by count desc, rejects.code`,
    monthValues(month),
  )
  return rows.map(({ message, message_en, ...row }) => ({ ...row, example: { zh: message, en: message_en } }))
}

async function explanationsOf(
  warehouse: Warehouse,
  month: Period,
  mask: (text: string) => string,
): Promise<QualityExplanation[]> {
  const rows = await warehouse.query<Omit<QualityExplanation, 'message'> & { message: string; message_en: string }>(
    `with ${monthFiles}
     select rejects.submission_id, rejects.sheet, rejects.cell, rejects.message, rejects.message_en, rejects.explanation
     from raw.rejects
     inner join current_files on current_files.submission_id = rejects.submission_id
     where rejects.severity = 'warn' and rejects.explanation is not null
     order by current_files.dataset, current_files.reporting_unit, rejects.rowid
     limit ${explanationsListed}`,
    monthValues(month),
  )
  return rows.map(({ message, message_en, ...row }) => ({
    ...row,
    message: { zh: message, en: message_en },
    explanation: mask(row.explanation),
  }))
}

async function conversionsOf(
  warehouse: Warehouse,
  topics: readonly Topic[],
  month: Period,
): Promise<QualityConversion[]> {
  const rows = await warehouse.query<
    Omit<QualityConversion, 'header' | 'unit'> & { dataset: string; column_name: string; unit: string }
  >(
    `with ${monthFiles}
     select conversions.submission_id, conversions.sheet, conversions.cell, conversions.stated, conversions.factor,
       conversions.unit, conversions.column_name, current_files.dataset
     from raw.conversions
     inner join current_files on current_files.submission_id = conversions.submission_id
     order by current_files.dataset, current_files.reporting_unit, conversions.rowid`,
    monthValues(month),
  )
  return rows.map(({ dataset, column_name, unit, ...row }) => {
    const declared = topics.find((topic) => topic.dataset.id === dataset)?.dataset.columns
    const column = declared?.find(({ name }) => name === column_name)
    return {
      ...row,
      header: column?.header ?? { zh: column_name, en: column_name },
      unit: column?.unit ?? { zh: unit, en: unit },
    }
  })
}
