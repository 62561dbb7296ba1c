/** The headings over figures as the forms print them, and the column that each fills. */
export const figureHeadings: Readonly<Record<string, string>> = {
  企业总数: 'nonpublic_total',
  具备组建条件企业数: 'nonpublic_eligible',
  单独组建企业数: 'nonpublic_org_single',
  联合组建企业数: 'nonpublic_org_joint',
  未建已选派指导员企业数: 'nonpublic_instructor',
  四类企业总数: 'nonpublic_key_total',
  四类企业已组建数: 'nonpublic_key_with_org',
  社会组织总数: 'social_total',
  具备组建条件组织数: 'social_eligible',
  单独组建组织数: 'social_org_single',
  联合组建组织数: 'social_org_joint',
  未建已选派指导员组织数: 'social_instructor',
  '30人以上组织总数': 'social_30plus_total',
  '30人以上已组建数': 'social_30plus_with_org',
  书记职数: 'posts',
  当月应发总额: 'paid_total_yuan',
  低于标准职数: 'posts_below_standard',
  最低报酬: 'lowest_yuan_per_month',
  最高报酬: 'highest_yuan_per_month',
  拖欠职数: 'posts_in_arrears',
}

type Value = (name: string) => number
type Side = (value: Value) => number

/** For each return: what may not be more than what, and the column in which that is shown. */
const rules: Record<'coverage' | 'stipend', readonly [less: Side, more: Side, shown: string][]> = {
  coverage: [
    [
      (v) => v('nonpublic_org_single') + v('nonpublic_org_joint') + v('nonpublic_instructor'),
      (v) => v('nonpublic_total'),
      'nonpublic_total',
    ],
    [(v) => v('nonpublic_org_single') + v('nonpublic_org_joint'), (v) => v('nonpublic_eligible'), 'nonpublic_eligible'],
    [(v) => v('nonpublic_eligible'), (v) => v('nonpublic_total'), 'nonpublic_total'],
    [(v) => v('nonpublic_key_total'), (v) => v('nonpublic_total'), 'nonpublic_total'],
    [(v) => v('nonpublic_key_with_org'), (v) => v('nonpublic_key_total'), 'nonpublic_key_total'],
    [
      (v) => v('social_org_single') + v('social_org_joint') + v('social_instructor'),
      (v) => v('social_total'),
      'social_total',
    ],
    [(v) => v('social_org_single') + v('social_org_joint'), (v) => v('social_eligible'), 'social_eligible'],
    [(v) => v('social_eligible'), (v) => v('social_total'), 'social_total'],
    [(v) => v('social_30plus_total'), (v) => v('social_total'), 'social_total'],
    [(v) => v('social_30plus_with_org'), (v) => v('social_30plus_total'), 'social_30plus_total'],
  ],
  stipend: [
    [(v) => v('posts_below_standard'), (v) => v('posts'), 'posts'],
    [(v) => v('posts_in_arrears'), (v) => v('posts'), 'posts'],
    [(v) => v('lowest_yuan_per_month') * v('posts'), (v) => v('paid_total_yuan'), 'paid_total_yuan'],
    [(v) => v('paid_total_yuan'), (v) => v('highest_yuan_per_month') * v('posts'), 'posts'],
  ],
}

/** The columns in which a row contradicts itself; a comparison with a figure that is missing says nothing. */
export function brokenRules(
  dataset: 'coverage' | 'stipend',
  values: Readonly<Record<string, number | null | undefined>>,
): string[] {
  // Not a number: every comparison with it is false.
  const value: Value = (name) => values[name] ?? Number.NaN
  return rules[dataset].filter(([less, more]) => less(value) > more(value) + 1e-9).map(([, , shown]) => shown)
}
