import { defineDataset } from '../../src/domain/dataset.js'

const yuan = { zh: '元', en: 'yuan' }
const otherYuan = { 万元: 10_000, 千元: 1_000 }

/** 村级集体经济收入情况表: annual, one row a village. */
export const income = defineDataset({
  id: 'income',
  title: { zh: '村级集体经济收入情况表', en: 'Collective income of villages' },
  frequency: 'A',
  grain: 'village',
  due_day: 20,
  partial: 'rows',
  title_words: ['集体经济收入', '集体收入'],
  columns: [
    {
      name: 'total_income_yuan',
      header: { zh: '集体经济总收入', en: 'Collective income' },
      aliases: ['村级集体经济收入', '集体经济收入', '年度总收入'],
      kind: 'amount',
      unit: yuan,
      other_units: otherYuan,
    },
    {
      name: 'operating_income_yuan',
      header: { zh: '其中：经营性收入', en: 'Of which operating income' },
      aliases: ['经营性收入', '经营收入'],
      kind: 'amount',
      unit: yuan,
      other_units: otherYuan,
      required: false,
    },
    {
      name: 'is_pilot',
      header: { zh: '是否试点村', en: 'Pilot village' },
      aliases: ['试点村'],
      kind: 'code',
      codes: { 是: 'yes', 否: 'no' },
      required: false,
    },
    {
      name: 'assets_yuan',
      header: { zh: '集体资产总额', en: 'Collective assets' },
      aliases: ['资产总额'],
      kind: 'amount',
      unit: yuan,
      other_units: otherYuan,
      required: false,
    },
  ],
  checks: [
    {
      id: 'operating_within_total',
      formula: 'operating_income_yuan <= total_income_yuan',
      severity: 'reject',
      sentence: {
        zh: '经营性收入不能大于集体经济总收入',
        en: 'operating income cannot be more than all collective income',
      },
    },
    {
      id: 'villages_within_township',
      formula: 'rows <= parent.premises.villages',
      severity: 'warn',
      sentence: {
        zh: '一个乡镇填报收入的村不应多于该乡镇填报的村数',
        en: 'a township should not have more villages here than it reports itself',
      },
    },
  ],
})
