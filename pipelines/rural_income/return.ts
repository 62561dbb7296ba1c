import { defineDataset } from '../../src/domain/dataset.js'

/** 农村居民人均可支配收入: annual, one row a county; the benchmark that the stipend norm is measured against. */
export const ruralIncome = defineDataset({
  id: 'rural_income',
  title: { zh: '农村居民人均可支配收入', en: 'Rural per-capita disposable income' },
  frequency: 'A',
  grain: 'county',
  due_day: 28,
  partial: 'rows',
  title_words: ['可支配收入'],
  columns: [
    {
      name: 'disposable_income_yuan',
      header: { zh: '农村居民人均可支配收入', en: 'Rural disposable income per person' },
      aliases: ['人均可支配收入'],
      kind: 'amount',
      unit: { zh: '元', en: 'yuan' },
      other_units: { 万元: 10_000 },
    },
  ],
})
