import { defineIndicators } from '../../src/domain/indicator.js'

const items = { zh: '项', en: 'tasks' }
const source = {
  zh: '问题清单、任务清单、责任清单“三张清单”对账销账的要求',
  en: 'the three lists of problems, tasks and responsibilities, settled one by one',
}

/** Indicators of the task list. Formulas: `counts.sql`, `indicators.sql` and `direct.sql` beside this file. */
export const taskIndicators = defineIndicators([
  {
    id: 'tasks_overdue_count',
    dataset: 'tasks',
    name: { zh: '逾期任务数', en: 'Overdue tasks' },
    short_name: { zh: '逾期任务', en: 'Overdue' },
    unit: 'items',
    direction: 'lower_is_better',
    decimals: 0,
    numerator: { zh: '逾期任务', en: 'overdue tasks' },
    denominator: { zh: '—', en: '—' },
    meaning: {
      zh: '任务清单中月底仍未办结、完成时限已到的任务数；全市为各县区之和。',
      en: 'Tasks on the list whose date has come and that are not done at the end of the month; for the city the sum of its counties.',
    },
    source,
    gap: { by: 'value', unit: items },
    headline: true,
  },
  {
    id: 'tasks_done_pct',
    dataset: 'tasks',
    name: { zh: '任务办结率', en: 'Tasks done' },
    short_name: { zh: '办结率', en: 'Done' },
    unit: 'pct',
    direction: 'higher_is_better',
    decimals: 1,
    numerator: { zh: '已报办结的任务', en: 'tasks reported done' },
    denominator: { zh: '任务清单全部任务', en: 'all tasks on the list' },
    part_words: {
      numerator: {
        more: { zh: '办结增加', en: 'more tasks done' },
        fewer: { zh: '办结减少', en: 'fewer tasks done' },
      },
      denominator: {
        more: { zh: '新列任务', en: 'new tasks' },
        fewer: { zh: '任务减少', en: 'fewer tasks' },
      },
    },
    meaning: {
      zh: '任务清单中已报办结的任务所占比例，以报送为准；指标是否达标另见“报已完成，指标未达标”。',
      en: 'Share of the tasks on the list that are reported done, as reported; whether their indicators recovered is told apart.',
    },
    source,
    gap: { by: 'parts', unit: items },
  },
])
