import { defineDataset } from '../../src/domain/dataset.js'

const count = (name: string, zh: string, en: string, unit: { zh: string; en: string }, aliases: string[] = []) => ({
  name,
  header: { zh, en },
  aliases,
  kind: 'count' as const,
  unit,
})
const pieces = { zh: '件', en: 'documents' }
const times = { zh: '次', en: 'times' }

/** 基层减负情况表: monthly, one row a county; what the county sent down or held in the month, and what it had its townships fill in. */
export const burden = defineDataset({
  id: 'burden',
  title: { zh: '基层减负情况表', en: 'Burden on the grassroots' },
  frequency: 'M',
  grain: 'county',
  due_day: 5,
  partial: 'rows',
  title_words: ['基层减负', '减负情况'],
  columns: [
    count('documents_issued', '发文数', 'Documents issued', pieces, ['制发文件数', '文件数']),
    count('meetings_held', '开会数', 'Meetings held', times, ['召开会议数', '会议数']),
    count('inspections', '督查检查考核数', 'Inspections', times, ['督查检查数', '检查数']),
    count('forms_required', '要求填报表格数', 'Forms required', { zh: '张', en: 'forms' }, ['报表数', '填报表格数']),
    count('cells_required', '要求填报格数', 'Cells required', { zh: '格', en: 'cells' }, ['填报格数']),
  ],
  checks: [
    {
      id: 'burden_a_form_has_cells',
      formula: 'forms_required <= cells_required',
      severity: 'reject',
      sentence: {
        zh: '要求填报格数不能小于表格数：一张表至少有一格',
        en: 'there cannot be fewer cells than forms: a form has at least one',
      },
    },
  ],
})
