import type { AskedData } from '../../src/domain/burden-data.js'
import type { TaskLine } from '../../src/domain/task-data.js'

const line = (task_id: string, changes: Partial<TaskLine>): TaskLine => ({
  region_code: '990325',
  period: '2026-10',
  task_id,
  list_kind: 'task',
  topic: 'coverage',
  title: '集中组建攻坚',
  owner_unit: '县委组织部',
  due_date: '2026-12-31',
  progress_pct: 60,
  closed_date: null,
  answers: 'WT-2026-01',
  state: 'open',
  lacks_task: false,
  lacks_problem: false,
  is_silent: false,
  file_name: '河州市_三张清单台账_2026年10月.csv',
  row_number: 12,
  alerts: [],
  ...changes,
})
const done = { progress_pct: 100, closed_date: '2026-09-20' } as const

/** Lines of every kind that the page lists: 6 tasks, 3 problems and a responsibility. */
export const taskLinesFixture: TaskLine[] = [
  line('WT-2026-01', { list_kind: 'problem', title: '覆盖率连年回落', answers: null }),
  line('RW-2026-01', {}),
  line('ZR-2026-01', { list_kind: 'responsibility', title: '对组织覆盖负责', answers: 'RW-2026-01' }),
  line('RW-2026-02', { due_date: '2026-09-30', progress_pct: 90, state: 'overdue' }),
  line('RW-2026-03', { ...done, state: 'unproven', alerts: ['nonpublic_coverage_pct:990325:2024-01'] }),
  line('WT-2026-03', { list_kind: 'problem', title: '社会组织未建', answers: null, ...done, state: 'done' }),
  line('RW-2026-04', {
    region_code: '990328',
    ...done,
    topic: 'rectification',
    state: 'settled',
    is_silent: true,
    period: '2026-09',
  }),
  line('WT-2026-05', { list_kind: 'problem', title: '重点企业组建不足', answers: null, lacks_task: true }),
  line('RW-2026-06', { title: '逐家摸排', answers: null, lacks_problem: true }),
  line('RW-2026-07', { title: '对应编号写错的任务', answers: 'WT-2026-99', lacks_problem: true, state: 'overdue' }),
]

const villages = { zh: '村数', en: 'Villages' }
const premises = { zh: '村级组织活动场所情况表', en: 'Meeting places of village organisations' }
const team = { zh: '村党组织带头人队伍情况表', en: 'Leading teams of village party organisations' }

/** Three returns, of which two ask for the villages, and one list with a new column. */
export const askedFixture: AskedData = {
  returns: [
    {
      ...{ dataset: 'premises', title: premises, frequency: 'Q', grain: 'township', columns: 6, required: 6 },
      ...{ rows: 180, is_list: false, cells: 1080, cells_a_year: 4320 },
    },
    {
      ...{ dataset: 'team', title: team, frequency: 'Q', grain: 'township', columns: 7, required: 7 },
      ...{ rows: 180, is_list: false, cells: 1260, cells_a_year: 5040 },
    },
    {
      ...{
        dataset: 'tasks',
        title: { zh: '清单台账', en: 'Lists' },
        frequency: 'M',
        grain: 'county',
        columns: 10,
        required: 8,
      },
      ...{ rows: 60, is_list: true, cells: 600, cells_a_year: 7200 },
    },
  ],
  twice: [
    {
      header: villages,
      grain: 'township',
      returns: [
        { dataset: 'premises', title: premises, column: 'villages', header: villages, frequency: 'Q' },
        { dataset: 'team', title: team, column: 'villages', header: villages, frequency: 'Q' },
      ],
      cells_a_year: 720,
    },
  ],
  changes: [
    {
      ...{ dataset: 'tasks', title: { zh: '清单台账', en: 'Lists' }, period: '2026-10', before: '2025-10' },
      ...{ added: [{ zh: '对应清单编号', en: 'Answers to number' }], removed: [] },
    },
    {
      ...{ dataset: 'premises', title: premises, period: '2026-Q3', before: null },
      ...{ added: [villages], removed: [] },
    },
  ],
}
