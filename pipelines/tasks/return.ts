import { defineDataset } from '../../src/domain/dataset.js'

const text = (name: string, zh: string, en: string, aliases: string[] = []) => ({
  name,
  header: { zh, en },
  aliases,
  kind: 'text' as const,
})

/** What a line may be about: the topic whose indicators show whether it was done. */
const topicCodes = {
  组织覆盖: 'coverage',
  集体收入: 'income',
  书记报酬: 'stipend',
  活动场所: 'premises',
  运转经费: 'funding',
  带头人队伍: 'team',
  软弱涣散整顿: 'rectification',
  基层减负: 'burden',
}

/**
 * 问题、任务、责任清单台账: the three lists as they stand at the end of a month, several lines a county. A task names in `answers` the
 * problem that it answers, a responsibility the task that it is about. Owners are offices, never persons.
 */
export const tasks = defineDataset({
  id: 'tasks',
  title: { zh: '问题、任务、责任清单台账', en: 'Lists of problems, tasks and responsibilities' },
  frequency: 'M',
  grain: 'county',
  due_day: 5,
  partial: 'rows',
  title_words: ['清单台账', '责任清单', '三张清单'],
  columns: [
    { ...text('task_id', '清单编号', 'Number', ['编号']), key: true },
    {
      name: 'list_kind',
      header: { zh: '清单类别', en: 'List' },
      kind: 'code',
      codes: {
        问题: 'problem',
        任务: 'task',
        责任: 'responsibility',
      },
    },
    { name: 'topic', header: { zh: '所属专题', en: 'Topic' }, aliases: ['专题'], kind: 'code', codes: topicCodes },
    text('title', '清单事项', 'Subject', ['事项', '清单内容']),
    { ...text('owner_unit', '责任单位', 'Office in charge', ['牵头单位']), names: 'office' },
    { name: 'due_date', header: { zh: '完成时限', en: 'Due' }, aliases: ['办结时限'], kind: 'date' },
    {
      name: 'progress_pct',
      header: { zh: '完成进度', en: 'Progress' },
      kind: 'share',
      unit: { zh: '%', en: '%' },
      max: 100,
    },
    {
      name: 'state',
      header: { zh: '办理状态', en: 'State' },
      kind: 'code',
      codes: { 在办: 'open', 办结: 'done' },
    },
    {
      name: 'closed_date',
      header: { zh: '办结日期', en: 'Closed' },
      aliases: ['完成日期'],
      kind: 'date',
      required: false,
    },
    { ...text('answers', '对应清单编号', 'Answers to number', ['对应编号']), required: false },
  ],
})
