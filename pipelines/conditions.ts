import type { DeclaredCondition } from '../src/domain/topic.js'

/*
 * What similar regions are chosen by: how large a region is and how well off, none of it its own doing. A condition is a column of a return;
 * counts are added up, so that they are known of every level; another column is known of its return's own level alone.
 */

/** Of the return of firms and social organisations. */
export const coverageConditions: readonly DeclaredCondition[] = [
  { column: 'nonpublic_total', name: { zh: '非公企业数', en: 'Non-public firms' } },
  { column: 'social_total', name: { zh: '社会组织数', en: 'Social organisations' } },
]

/** Of the return of rural income. */
export const ruralIncomeConditions: readonly DeclaredCondition[] = [
  { column: 'disposable_income_yuan', name: { zh: '农村居民人均可支配收入', en: 'Rural income per person' } },
]

/** Of the return of meeting places. */
export const premisesConditions: readonly DeclaredCondition[] = [
  { column: 'villages', name: { zh: '村数', en: 'Villages' } },
]
