import { defineDataset } from '../../src/domain/dataset.js'

const villages = { zh: '个', en: 'villages' }
const yuan = { zh: '元', en: 'yuan' }

/** 村级组织运转经费保障情况表: quarterly, one row a township; money as appropriated for the whole year, so that any quarter shows a year's. */
export const funding = defineDataset({
  id: 'funding',
  title: { zh: '村级组织运转经费保障情况表', en: 'Running costs of village organisations' },
  frequency: 'Q',
  grain: 'township',
  due_day: 10,
  partial: 'rows',
  title_words: ['经费保障'],
  columns: [
    {
      name: 'villages',
      header: { zh: '村数', en: 'Villages' },
      aliases: ['行政村数', '建制村数'],
      kind: 'count',
      unit: villages,
    },
    {
      name: 'office_funds_yuan',
      header: { zh: '本年安排办公经费', en: 'Office funds of the year' },
      aliases: ['办公经费', '村级办公经费'],
      kind: 'amount',
      unit: yuan,
      other_units: { 万元: 10_000 },
    },
    {
      name: 'service_funds_yuan',
      header: { zh: '本年安排服务群众经费', en: 'Service funds of the year' },
      aliases: ['服务群众经费', '服务群众专项经费'],
      kind: 'amount',
      unit: yuan,
      other_units: { 万元: 10_000 },
    },
    {
      name: 'villages_meeting_norm',
      header: { zh: '经费达标村数', en: 'Villages that meet the norm' },
      aliases: ['达到保障标准的村', '运转经费达标村数'],
      kind: 'count',
      unit: villages,
    },
  ],
  checks: [
    {
      id: 'funding_norm_met_within_villages',
      formula: 'villages_meeting_norm <= villages',
      severity: 'reject',
      sentence: { zh: '经费达标村数不能大于村数', en: 'villages that meet the norm cannot be more than all villages' },
    },
    {
      id: 'funding_villages_as_in_premises',
      formula: 'villages = premises.villages',
      severity: 'warn',
      sentence: {
        zh: '同一乡镇的村数在两张报表中应当一致',
        en: 'both returns should count the same villages in a township',
      },
    },
  ],
})
