import { defineDataset } from '../../src/domain/dataset.js'

const posts = { zh: '人', en: 'posts' }
const monthly = { zh: '元/月', en: 'yuan a month' }
const otherMonthly = { '元/年': 1 / 12, '万元/年': 10_000 / 12, 元: 1 }

/** 村党组织书记报酬落实情况表: monthly, one row a township; sums over posts, never a person. */
export const stipend = defineDataset({
  id: 'stipend',
  title: { zh: '村党组织书记报酬落实情况表', en: 'Stipends of village party secretaries' },
  frequency: 'M',
  grain: 'township',
  due_day: 5,
  partial: 'rows',
  title_words: ['报酬落实', '书记报酬'],
  columns: [
    { name: 'posts', header: { zh: '书记职数', en: 'Secretary posts' }, kind: 'count', unit: posts, jump_pct: 30 },
    {
      name: 'paid_total_yuan',
      header: { zh: '当月应发总额', en: 'Stipends due this month' },
      aliases: ['应发总额', '当月应发报酬总额'],
      kind: 'amount',
      unit: { zh: '元', en: 'yuan' },
      other_units: { 万元: 10_000, 千元: 1_000 },
    },
    {
      name: 'posts_below_standard',
      header: { zh: '低于标准职数', en: 'Posts below the standard' },
      aliases: ['低于标准人数'],
      kind: 'count',
      unit: posts,
    },
    {
      name: 'lowest_yuan_per_month',
      header: { zh: '最低报酬', en: 'Lowest stipend' },
      aliases: ['最低月报酬'],
      kind: 'amount',
      unit: monthly,
      other_units: otherMonthly,
    },
    {
      name: 'highest_yuan_per_month',
      header: { zh: '最高报酬', en: 'Highest stipend' },
      aliases: ['最高月报酬'],
      kind: 'amount',
      unit: monthly,
      other_units: otherMonthly,
    },
    {
      name: 'posts_in_arrears',
      header: { zh: '拖欠职数', en: 'Posts in arrears' },
      aliases: ['拖欠人数'],
      kind: 'count',
      unit: posts,
    },
  ],
  checks: [
    {
      id: 'below_standard_within_posts',
      formula: 'posts_below_standard <= posts',
      severity: 'reject',
      sentence: { zh: '低于标准职数不能大于书记职数', en: 'posts below the standard cannot be more than all posts' },
    },
    {
      id: 'arrears_within_posts',
      formula: 'posts_in_arrears <= posts',
      severity: 'reject',
      sentence: { zh: '拖欠职数不能大于书记职数', en: 'posts in arrears cannot be more than all posts' },
    },
    {
      id: 'lowest_not_above_average',
      formula: 'lowest_yuan_per_month * posts <= paid_total_yuan',
      severity: 'reject',
      sentence: {
        zh: '最低报酬不能高于平均报酬（应发总额除以书记职数）',
        en: 'the lowest stipend cannot be above the average (total over posts)',
      },
    },
    {
      id: 'average_not_above_highest',
      formula: 'paid_total_yuan <= highest_yuan_per_month * posts',
      severity: 'reject',
      sentence: {
        zh: '平均报酬（应发总额除以书记职数）不能高于最高报酬',
        en: 'the average stipend (total over posts) cannot be above the highest',
      },
    },
  ],
})
