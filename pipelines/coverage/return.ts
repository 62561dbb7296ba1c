import type { Column } from '../../src/domain/column.js'
import { defineDataset } from '../../src/domain/dataset.js'
import type { Text } from '../../src/domain/text.js'

const firms: Text = { zh: '非公有制企业', en: 'Non-public firms' }
const social: Text = { zh: '社会组织', en: 'Social organisations' }
const count = (
  name: string,
  group: Text,
  zh: string,
  en: string,
  more: { aliases?: string[]; jump_pct?: number } = {},
) => ({
  name,
  group,
  header: { zh, en },
  kind: 'count' as Column['kind'],
  unit: group === firms ? { zh: '家', en: 'firms' } : { zh: '个', en: 'organisations' },
  ...more,
})

/** 非公企业和社会组织党的组织和工作覆盖情况表: monthly, one row a township. */
export const coverage = defineDataset({
  id: 'coverage',
  title: {
    zh: '非公企业和社会组织党的组织和工作覆盖情况表',
    en: 'Party organisation and work coverage of non-public firms and social organisations',
  },
  frequency: 'M',
  grain: 'township',
  due_day: 5,
  partial: 'rows',
  title_words: ['覆盖情况'],
  columns: [
    count('nonpublic_total', firms, '企业总数', 'Firms', {
      aliases: ['非公企业总数', '非公有制企业总数'],
      jump_pct: 30,
    }),
    count('nonpublic_eligible', firms, '具备组建条件企业数', 'Eligible firms', {
      aliases: ['符合组建条件企业数', '非公企业具备组建条件数'],
    }),
    count('nonpublic_org_single', firms, '单独组建企业数', 'With an organisation of its own', {
      aliases: ['非公企业单独组建数'],
    }),
    count('nonpublic_org_joint', firms, '联合组建企业数', 'Within a joint organisation', {
      aliases: ['非公企业联合组建数'],
    }),
    count('nonpublic_instructor', firms, '未建已选派指导员企业数', 'No organisation, instructor sent', {
      aliases: ['非公企业未建已选派指导员数'],
    }),
    count('nonpublic_key_total', firms, '四类企业总数', 'Key firms (four kinds)', {
      aliases: ['规上限上龙头资质企业数'],
    }),
    count('nonpublic_key_with_org', firms, '四类企业已组建数', 'Key firms with an organisation', {
      aliases: ['规上限上龙头资质企业已组建数'],
    }),
    count('social_total', social, '社会组织总数', 'Social organisations', { aliases: ['社会组织数'], jump_pct: 30 }),
    count('social_eligible', social, '具备组建条件组织数', 'Eligible organisations', {
      aliases: ['社会组织具备组建条件数'],
    }),
    count('social_org_single', social, '单独组建组织数', 'With an organisation of its own', {
      aliases: ['社会组织单独组建数'],
    }),
    count('social_org_joint', social, '联合组建组织数', 'Within a joint organisation', {
      aliases: ['社会组织联合组建数'],
    }),
    count('social_instructor', social, '未建已选派指导员组织数', 'No organisation, instructor sent', {
      aliases: ['社会组织未建已选派指导员数'],
    }),
    count('social_30plus_total', social, '30人以上组织总数', 'With 30 or more staff', {
      aliases: ['从业人员30人以上社会组织数'],
    }),
    count('social_30plus_with_org', social, '30人以上已组建数', 'With 30 or more staff and an organisation', {
      aliases: ['从业人员30人以上社会组织已组建数'],
    }),
  ],
  checks: [
    {
      id: 'nonpublic_parts_within_total',
      formula: 'nonpublic_org_single + nonpublic_org_joint + nonpublic_instructor <= nonpublic_total',
      severity: 'reject',
      sentence: {
        zh: '非公企业的单独组建、联合组建、已选派指导员之和不能大于企业总数',
        en: 'firms with an own, a joint organisation or an instructor cannot be more than all firms',
      },
    },
    {
      id: 'nonpublic_organised_within_eligible',
      formula: 'nonpublic_org_single + nonpublic_org_joint <= nonpublic_eligible',
      severity: 'reject',
      sentence: {
        zh: '非公企业已组建数（单独加联合）不能大于具备组建条件企业数',
        en: 'firms with an organisation cannot be more than the eligible firms',
      },
    },
    {
      id: 'nonpublic_eligible_within_total',
      formula: 'nonpublic_eligible <= nonpublic_total',
      severity: 'reject',
      sentence: { zh: '具备组建条件企业数不能大于企业总数', en: 'eligible firms cannot be more than all firms' },
    },
    {
      id: 'key_firms_within_total',
      formula: 'nonpublic_key_total <= nonpublic_total',
      severity: 'reject',
      sentence: { zh: '四类企业总数不能大于企业总数', en: 'key firms cannot be more than all firms' },
    },
    {
      id: 'key_firms_organised_within_key_firms',
      formula: 'nonpublic_key_with_org <= nonpublic_key_total',
      severity: 'reject',
      sentence: {
        zh: '四类企业已组建数不能大于四类企业总数',
        en: 'key firms with an organisation cannot be more than all key firms',
      },
    },
    {
      id: 'social_parts_within_total',
      formula: 'social_org_single + social_org_joint + social_instructor <= social_total',
      severity: 'reject',
      sentence: {
        zh: '社会组织的单独组建、联合组建、已选派指导员之和不能大于社会组织总数',
        en: 'social organisations with an own, a joint organisation or an instructor cannot be more than all of them',
      },
    },
    {
      id: 'social_organised_within_eligible',
      formula: 'social_org_single + social_org_joint <= social_eligible',
      severity: 'reject',
      sentence: {
        zh: '社会组织已组建数（单独加联合）不能大于具备组建条件组织数',
        en: 'social organisations with an organisation cannot be more than the eligible ones',
      },
    },
    {
      id: 'social_eligible_within_total',
      formula: 'social_eligible <= social_total',
      severity: 'reject',
      sentence: {
        zh: '具备组建条件组织数不能大于社会组织总数',
        en: 'eligible social organisations cannot be more than all of them',
      },
    },
    {
      id: 'social_30plus_within_total',
      formula: 'social_30plus_total <= social_total',
      severity: 'reject',
      sentence: {
        zh: '30人以上组织总数不能大于社会组织总数',
        en: 'those with 30 or more staff cannot be more than all social organisations',
      },
    },
    {
      id: 'social_30plus_organised_within_30plus',
      formula: 'social_30plus_with_org <= social_30plus_total',
      severity: 'reject',
      sentence: {
        zh: '30人以上已组建数不能大于30人以上组织总数',
        en: 'those with 30 or more staff and an organisation cannot be more than all with 30 or more staff',
      },
    },
  ],
})
