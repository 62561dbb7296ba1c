import { topics } from '../../pipelines/index.js'
import { type Dataset, defineDataset } from '../../src/domain/dataset.js'

/** A return with what the real ones do not have yet: a share, a date, a key, quarters, and all or nothing. */
export const projects: Dataset = defineDataset({
  id: 'projects',
  title: { zh: '项目台账', en: 'Projects' },
  frequency: 'Q',
  grain: 'county',
  due_day: 10,
  partial: 'none',
  title_words: ['项目台账'],
  columns: [
    { name: 'project_id', header: { zh: '项目编号', en: 'Project' }, kind: 'text', key: true },
    { name: 'title', header: { zh: '项目名称', en: 'Title' }, kind: 'text' },
    { name: 'due_date', header: { zh: '完成时限', en: 'Due' }, kind: 'date' },
    { name: 'progress_pct', header: { zh: '进度', en: 'Progress' }, kind: 'share', max: 100 },
    {
      name: 'state',
      header: { zh: '状态', en: 'State' },
      kind: 'code',
      codes: { 在办: 'open', 办结: 'done' },
      required: false,
    },
  ],
})

/** A return that carries on where the last one ended. */
const balance = defineDataset({
  id: 'balance',
  title: { zh: '村级家底情况表', en: 'Balance of villages' },
  frequency: 'A',
  grain: 'township',
  due_day: 10,
  partial: 'rows',
  title_words: ['家底'],
  columns: [
    { name: 'opening_yuan', header: { zh: '年初结余', en: 'Opening' }, kind: 'amount', unit: { zh: '元', en: 'yuan' } },
    { name: 'closing_yuan', header: { zh: '年末结余', en: 'Closing' }, kind: 'amount', unit: { zh: '元', en: 'yuan' } },
  ],
  checks: [
    {
      id: 'opening_is_last_closing',
      formula: 'opening_yuan = last.closing_yuan',
      severity: 'warn',
      sentence: { zh: '年初结余应等于上年年末结余', en: 'the opening balance must be the last closing balance' },
    },
  ],
})

/** Two returns that share a heading: only a title tells them apart. */
const villages = (id: string, word: string) =>
  defineDataset({
    id,
    title: { zh: `${word}情况表`, en: id },
    frequency: 'Q',
    grain: 'township',
    due_day: 10,
    partial: 'rows',
    title_words: [word],
    columns: [{ name: 'villages', header: { zh: '村数', en: 'Villages' }, kind: 'count' }],
  })

/** Every real return, and those made up for the tests. */
export const datasets: Dataset[] = [
  ...topics.map(({ dataset }) => dataset),
  projects,
  balance,
  villages('meeting_rooms', '会议室'),
  villages('running_costs', '运转经费'),
]
