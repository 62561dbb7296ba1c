import type { Text } from '../domain/text.js'

/** How the figures were made and how they are to be read: the same every month. */
export const method: readonly Text[] = [
  {
    zh: '数据由县区、乡镇按统一报表逐级报送，经自动核查后汇总；上级地区的数由下级分子、分母相加后算出，不由比率平均。',
    en: 'Figures come from returns of counties and townships, checked on receipt; a region above is worked out from summed numerators and denominators, never from averaged rates.',
  },
  {
    zh: '率的变化用百分点表示，金额的变化用元表示。',
    en: 'A change of a rate is said in percentage points, a change of a sum in yuan.',
  },
  {
    zh: '越过预警线即生成预警，连续若干期稳定回到线内才解除；因数据更正而不再成立的预警列为撤销，不算解除；不报送不算好转。',
    en: 'An alert opens beyond the warning line and closes only after it has been clear of it for some periods; one that a correction undid is withdrawn, not closed; silence is not recovery.',
  },
  {
    zh: '缺口是到达预警线还需要的数量，到线时间按最近12期的速度推算，只作参考。',
    en: 'A gap is what is still needed to reach the warning line; the arrival is worked out from the pace of the last 12 periods and is no forecast.',
  },
  {
    zh: '未报不作零处理；基数过小的不算比率，只列个数。各指标对照各自的线，不设综合得分，不排名次。',
    en: 'Not reported is never taken as zero; a small base is shown as a count. Each indicator stands against its own line: there is no composite score and no ranking.',
  },
]
