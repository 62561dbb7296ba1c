import { defineIndicators } from '../../src/domain/indicator.js'

const firms = { zh: '家', en: 'firms' }
const organisations = { zh: '个', en: 'organisations' }
const allFirms = { zh: '非公企业总数', en: 'all non-public firms' }
const allSocial = { zh: '社会组织总数', en: 'all social organisations' }
const rule = {
  zh: '2012年两新组织党建文件释义：党的组织覆盖率=（单独建立企业数+联合组建企业数）÷企业总数',
  en: 'Explanatory note of 2012: coverage = (own + joint organisations) over all firms',
}
const everyEligible = { zh: '“应建尽建”要求', en: 'the rule that all who meet the conditions organise' }
const pct = { dataset: 'coverage', unit: 'pct', direction: 'higher_is_better', decimals: 1 } as const

const moreFirms = { more: { zh: '企业增加', en: 'more firms' }, fewer: { zh: '企业减少', en: 'fewer firms' } }
const moreSocial = {
  more: { zh: '社会组织增加', en: 'more social organisations' },
  fewer: { zh: '社会组织减少', en: 'fewer social organisations' },
}
const organised = {
  more: { zh: '新建组织', en: 'new organisations' },
  fewer: { zh: '组织减少', en: 'organisations lost' },
}
const socialOrganised = {
  more: { zh: '新建党组织', en: 'new organisations' },
  fewer: { zh: '党组织减少', en: 'organisations lost' },
}
const reached = {
  more: { zh: '新增覆盖', en: 'units newly reached' },
  fewer: { zh: '覆盖减少', en: 'units no longer reached' },
}

/** Indicators of party-organisation and work coverage. Formulas: `indicators.sql` beside this file. */
export const coverageIndicators = defineIndicators([
  {
    ...pct,
    id: 'nonpublic_coverage_pct',
    name: { zh: '非公企业党的组织覆盖率', en: 'Non-public firms: organisation coverage' },
    short_name: { zh: '非公覆盖', en: 'Firms covered' },
    numerator: { zh: '单独组建与联合组建的企业数', en: 'firms with an own or a joint organisation' },
    denominator: allFirms,
    part_words: { numerator: organised, denominator: moreFirms },
    meaning: {
      zh: '全部非公企业中已建立党组织（单独或联合）的比例。分母是全部企业，不是“具备条件”的企业，两种口径不可比。',
      en: 'Share of all non-public firms that have an organisation, own or joint. The base is all firms, not the eligible ones; the two do not compare.',
    },
    source: rule,
    gap: { by: 'parts', unit: firms },
    headline: true,
    national_series: 'nonpublic_coverage_of_all',
  },
  {
    ...pct,
    id: 'social_coverage_pct',
    name: { zh: '社会组织党的组织覆盖率', en: 'Social organisations: organisation coverage' },
    short_name: { zh: '社会覆盖', en: 'Social covered' },
    numerator: { zh: '单独组建与联合组建的社会组织数', en: 'social organisations with an own or a joint organisation' },
    denominator: allSocial,
    part_words: { numerator: socialOrganised, denominator: moreSocial },
    meaning: {
      zh: '全部社会组织中已建立党组织（单独或联合）的比例。分母是全部社会组织。',
      en: 'Share of all social organisations that have an organisation, own or joint. The base is all of them.',
    },
    source: rule,
    gap: { by: 'parts', unit: organisations },
    headline: true,
    national_series: 'social_coverage_of_all',
  },
  {
    ...pct,
    id: 'nonpublic_eligible_coverage_pct',
    name: { zh: '非公企业应建尽建率', en: 'Non-public firms: coverage of the eligible' },
    short_name: { zh: '应建尽建', en: 'Eligible covered' },
    numerator: { zh: '单独组建与联合组建的企业数', en: 'firms with an own or a joint organisation' },
    denominator: { zh: '具备组建条件企业数', en: 'eligible firms' },
    part_words: {
      numerator: organised,
      denominator: {
        more: { zh: '应建企业增加', en: 'more eligible firms' },
        fewer: { zh: '应建企业减少', en: 'fewer eligible firms' },
      },
    },
    meaning: {
      zh: '具备组建条件的企业中已建立党组织的比例，目标是全部建立。与“全部企业”口径的覆盖率不可比。',
      en: 'Share of the firms that meet the conditions that have an organisation; the aim is all of them. Not comparable with coverage of all firms.',
    },
    source: everyEligible,
    gap: { by: 'parts', unit: firms },
    headline: true,
    national_series: 'nonpublic_coverage_of_eligible',
  },
  {
    ...pct,
    id: 'nonpublic_work_coverage_pct',
    name: { zh: '非公企业党的工作覆盖率', en: 'Non-public firms: work coverage' },
    short_name: { zh: '非公工作覆盖', en: 'Firms, work' },
    numerator: { zh: '已建党组织或已选派指导员的企业数', en: 'firms with an organisation or an instructor' },
    denominator: allFirms,
    part_words: { numerator: reached, denominator: moreFirms },
    meaning: {
      zh: '已建立党组织，或虽未建立但已选派党建工作指导员的企业比例。',
      en: 'Share of firms that have an organisation or, where none can be set up, an instructor sent to them.',
    },
    source: { zh: '2018年目标：9月30日前工作覆盖达到100%', en: 'target of 2018: 100 % by 30 September' },
    gap: { by: 'parts', unit: firms },
    headline: true,
  },
  {
    ...pct,
    id: 'social_work_coverage_pct',
    name: { zh: '社会组织党的工作覆盖率', en: 'Social organisations: work coverage' },
    short_name: { zh: '社会工作覆盖', en: 'Social, work' },
    numerator: {
      zh: '已建党组织或已选派指导员的社会组织数',
      en: 'social organisations with an organisation or an instructor',
    },
    denominator: allSocial,
    part_words: { numerator: reached, denominator: moreSocial },
    meaning: {
      zh: '已建立党组织，或虽未建立但已选派党建工作指导员的社会组织比例。',
      en: 'Share of social organisations that have an organisation or, where none can be set up, an instructor.',
    },
    source: { zh: '2018年目标：9月30日前工作覆盖达到100%', en: 'target of 2018: 100 % by 30 September' },
    gap: { by: 'parts', unit: organisations },
  },
  {
    ...pct,
    id: 'key_firm_coverage_pct',
    name: { zh: '四类企业党的组织覆盖率', en: 'Key firms: organisation coverage' },
    short_name: { zh: '四类企业', en: 'Key firms' },
    numerator: { zh: '四类企业已组建数', en: 'key firms with an organisation' },
    denominator: {
      zh: '规上、限上、龙头、资质四类企业总数',
      en: 'key firms: above scale, above quota, leading, qualified',
    },
    part_words: {
      numerator: organised,
      denominator: {
        more: { zh: '四类企业增加', en: 'more key firms' },
        fewer: { zh: '四类企业减少', en: 'fewer key firms' },
      },
    },
    meaning: {
      zh: '规模以上工业、限额以上商贸、农业产业化龙头、资质等级建筑四类企业中已建立党组织的比例。',
      en: 'Share of key firms (industry above scale, trade above quota, leading farm firms, qualified builders) with an organisation.',
    },
    source: everyEligible,
    gap: { by: 'parts', unit: firms },
    national_series: 'nonpublic_above_scale_coverage',
  },
  {
    ...pct,
    id: 'social_30plus_coverage_pct',
    name: { zh: '30人以上社会组织党的组织覆盖率', en: 'Social organisations of 30 or more: organisation coverage' },
    short_name: { zh: '30人以上', en: '30 or more' },
    numerator: {
      zh: '从业人员30人以上、已组建的社会组织数',
      en: 'social organisations of 30 or more staff with an organisation',
    },
    denominator: { zh: '从业人员30人以上社会组织总数', en: 'social organisations of 30 or more staff' },
    part_words: {
      numerator: socialOrganised,
      denominator: {
        more: { zh: '30人以上单位增加', en: 'more organisations of that size' },
        fewer: { zh: '30人以上单位减少', en: 'fewer organisations of that size' },
      },
    },
    meaning: {
      zh: '从业人员30人以上的社会组织中已建立党组织的比例。',
      en: 'Share of social organisations with 30 or more staff that have an organisation.',
    },
    source: everyEligible,
    gap: { by: 'parts', unit: organisations },
  },
])
