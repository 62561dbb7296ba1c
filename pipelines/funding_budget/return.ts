import { defineDataset } from '../../src/domain/dataset.js'

/** 党建工作专项经费情况表: quarterly, one row a county; what the county itself set aside for the year. */
export const fundingBudget = defineDataset({
  id: 'funding_budget',
  title: { zh: '党建工作专项经费情况表', en: 'Funds that counties earmark for party building' },
  frequency: 'Q',
  grain: 'county',
  due_day: 10,
  partial: 'rows',
  title_words: ['专项经费'],
  columns: [
    {
      name: 'party_building_budget_yuan',
      header: { zh: '党建工作专项经费', en: 'Funds for party building' },
      aliases: ['本年安排党建工作专项经费', '党建专项经费', '党建工作经费'],
      kind: 'amount',
      unit: { zh: '元', en: 'yuan' },
      other_units: { 万元: 10_000 },
    },
  ],
})
