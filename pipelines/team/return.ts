import { defineDataset } from '../../src/domain/dataset.js'

const count = (name: string, zh: string, en: string, unit: { zh: string; en: string }, aliases: string[] = []) => ({
  name,
  header: { zh, en },
  aliases,
  kind: 'count' as const,
  unit,
})
const villages = { zh: '个', en: 'villages' }
const posts = { zh: '人', en: 'posts' }

/** 村党组织带头人队伍情况表: quarterly, one row a township; counts of posts, never a person. */
export const team = defineDataset({
  id: 'team',
  title: { zh: '村党组织带头人队伍情况表', en: 'Leading teams of village party organisations' },
  frequency: 'Q',
  grain: 'township',
  due_day: 10,
  partial: 'rows',
  title_words: ['带头人队伍'],
  columns: [
    count('villages', '村数', 'Villages', villages, ['行政村数', '建制村数']),
    count('secretaries', '在任书记数', 'Secretaries in office', posts, ['书记数', '村党组织书记数']),
    count('secretary_also_director', '一肩挑', 'Secretary is also director', posts, ['一肩挑人数', '书记主任一肩挑']),
    count('secretaries_trained_this_year', '本年已培训书记数', 'Secretaries trained this year', posts, [
      '本年培训书记人数',
    ]),
    count('villages_with_reserve', '有后备人选的村', 'Villages with a reserve candidate', villages, ['有后备人选村数']),
    count('commissioner_posts', '组织委员职数', 'Organisation commissioner posts', posts),
    count('commissioner_vacant', '组织委员空缺', 'Of which vacant', posts, ['组织委员空缺数']),
  ],
  checks: [
    {
      id: 'team_secretaries_within_villages',
      formula: 'secretaries <= villages',
      severity: 'reject',
      sentence: { zh: '在任书记数不能大于村数', en: 'there cannot be more secretaries than villages' },
    },
    {
      id: 'team_dual_role_within_secretaries',
      formula: 'secretary_also_director <= secretaries',
      severity: 'reject',
      sentence: { zh: '一肩挑人数不能大于在任书记数', en: 'dual roles cannot be more than all secretaries' },
    },
    {
      id: 'team_reserve_within_villages',
      formula: 'villages_with_reserve <= villages',
      severity: 'reject',
      sentence: { zh: '有后备人选的村不能大于村数', en: 'villages with a reserve cannot be more than all villages' },
    },
    {
      id: 'team_vacant_within_posts',
      formula: 'commissioner_vacant <= commissioner_posts',
      severity: 'reject',
      sentence: { zh: '组织委员空缺不能大于组织委员职数', en: 'vacant posts cannot be more than all posts' },
    },
    {
      id: 'team_trained_does_not_fall',
      formula: 'last.secretaries_trained_this_year <= secretaries_trained_this_year',
      severity: 'warn',
      within_year: true,
      sentence: {
        zh: '本年已培训书记数是年初以来累计数，不应比上期减少',
        en: 'training is counted from January on, so it should not fall within a year',
      },
    },
    {
      id: 'team_villages_as_in_premises',
      formula: 'villages = premises.villages',
      severity: 'warn',
      sentence: {
        zh: '同一乡镇的村数在两张报表中应当一致',
        en: 'both returns should count the same villages in a township',
      },
    },
  ],
})
