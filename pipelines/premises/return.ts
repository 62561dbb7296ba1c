import { defineDataset } from '../../src/domain/dataset.js'

const villages = { zh: '个', en: 'villages' }
const count = (name: string, zh: string, en: string, aliases: string[] = []) => ({
  name,
  header: { zh, en },
  aliases,
  kind: 'count' as const,
  unit: villages,
})

/** 村级组织活动场所情况表: quarterly, one row a township. */
export const premises = defineDataset({
  id: 'premises',
  title: { zh: '村级组织活动场所情况表', en: 'Meeting places of village organisations' },
  frequency: 'Q',
  grain: 'township',
  due_day: 10,
  partial: 'rows',
  title_words: ['活动场所'],
  columns: [
    count('villages', '村数', 'Villages', ['行政村数', '建制村数']),
    count('standard', '达标', 'Up to standard', ['达标村数', '场所达标村数']),
    count('substandard', '不规范', 'Below standard', ['不规范村数']),
    count('rented', '租用', 'Rented', ['租用村数', '租用场所村数']),
    count('none', '无场所', 'None', ['无场所村数', '无活动场所村数']),
    count('built_this_year', '本年新建改造提升', 'Built or improved this year', ['新建改造提升', '本年新建改造提升数']),
  ],
  checks: [
    {
      id: 'premises_kinds_make_villages',
      formula: 'standard + substandard + rented + none = villages',
      severity: 'reject',
      sentence: {
        zh: '达标、不规范、租用、无场所之和应等于村数',
        en: 'the four kinds of premises must add up to all villages',
      },
    },
    {
      id: 'premises_built_does_not_fall',
      formula: 'last.built_this_year <= built_this_year',
      severity: 'warn',
      within_year: true,
      sentence: {
        zh: '本年新建改造提升是年初以来累计数，不应比上期减少',
        en: 'what was built this year is counted from January on, so it should not fall within a year',
      },
    },
    {
      id: 'premises_villages_as_in_team',
      formula: 'villages = team.villages',
      severity: 'warn',
      sentence: {
        zh: '同一乡镇的村数在两张报表中应当一致',
        en: 'both returns should count the same villages in a township',
      },
    },
  ],
})
