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
  villages('meeting_places', '活动场所'),
  villages('running_costs', '运转经费'),
]
