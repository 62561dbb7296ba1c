import { defineDataset } from '../../src/domain/dataset.js'

const count = (name: string, zh: string, en: string, aliases: string[] = []) => ({
  name,
  header: { zh, en },
  aliases,
  kind: 'count' as const,
  unit: { zh: '个', en: 'organisations' },
})

/** 软弱涣散基层党组织整顿情况表: quarterly, one row a county; the year's list, and how much of it is put right so far. */
export const rectification = defineDataset({
  id: 'rectification',
  title: { zh: '软弱涣散基层党组织整顿情况表', en: 'Rectification of weak village party organisations' },
  frequency: 'Q',
  grain: 'county',
  due_day: 10,
  partial: 'rows',
  title_words: ['软弱涣散', '整顿情况'],
  columns: [
    count('organisations', '村党组织总数', 'Village party organisations', ['村党组织数']),
    count('listed', '本年列入整顿数', 'Listed this year', ['列入整顿数', '倒排确定数', '软弱涣散党组织数']),
    count('rectified', '已完成整顿数', 'Of which put right', ['其中：已完成整顿', '已整顿转化数', '整顿转化数']),
    count('listed_twice_in_5_years', '近五年两次以上列入', 'Listed twice or more in five years', [
      '五年内两次列入数',
      '近5年两次列入',
    ]),
  ],
  checks: [
    {
      id: 'rectification_listed_within_organisations',
      formula: 'listed <= organisations',
      severity: 'reject',
      sentence: { zh: '列入整顿数不能大于村党组织总数', en: 'those listed cannot be more than all organisations' },
    },
    {
      id: 'rectification_rectified_within_listed',
      formula: 'rectified <= listed',
      severity: 'reject',
      sentence: { zh: '已完成整顿数不能大于本年列入整顿数', en: 'those put right cannot be more than those listed' },
    },
    {
      id: 'rectification_twice_within_organisations',
      formula: 'listed_twice_in_5_years <= organisations',
      severity: 'reject',
      sentence: {
        zh: '近五年两次以上列入数不能大于村党组织总数',
        en: 'those listed twice in five years cannot be more than all organisations',
      },
    },
    {
      id: 'rectification_rectified_does_not_fall',
      formula: 'last.rectified <= rectified',
      severity: 'warn',
      within_year: true,
      sentence: {
        zh: '已完成整顿数是年初以来累计数，不应比上期减少',
        en: 'what was put right is counted from January on, so it should not fall within a year',
      },
    },
  ],
})
