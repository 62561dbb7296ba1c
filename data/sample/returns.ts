import { burden } from '../../pipelines/burden/return.js'
import { coverage } from '../../pipelines/coverage/return.js'
import { funding } from '../../pipelines/funding/return.js'
import { fundingBudget } from '../../pipelines/funding_budget/return.js'
import { income } from '../../pipelines/income/return.js'
import { premises } from '../../pipelines/premises/return.js'
import { rectification } from '../../pipelines/rectification/return.js'
import { ruralIncome } from '../../pipelines/rural_income/return.js'
import { stipend } from '../../pipelines/stipend/return.js'
import { tasks } from '../../pipelines/tasks/return.js'
import { team } from '../../pipelines/team/return.js'
import type { Dataset } from '../../src/domain/dataset.js'
import { frequencyOf, lastCompletePeriod, type Period, shiftPeriod } from '../../src/domain/period.js'
import { burdenOf } from './burden.js'
import type { Township } from './city.js'
import { coverageOf } from './coverage.js'
import { fundingOf } from './funding.js'
import { fundingBudgetOf } from './funding-budget.js'
import { incomeOf } from './income.js'
import type { Prefecture } from './prefectures.js'
import { premisesOf } from './premises.js'
import { rectificationOf } from './rectification.js'
import type { ReturnRow } from './return-row.js'
import { ruralIncomeOf } from './rural-income.js'
import { stipendOf } from './stipend.js'
import { silences } from './story.js'
import { tasksOf } from './tasks.js'
import { teamOf } from './team.js'

/** A return of the sample: its declaration, its name in file names, its first period and the rows of any period, by code. */
export interface SampleReturn {
  dataset: Dataset
  short_title: string
  first: Period
  /** The city puts the counties' figures into one clean file, also those of the last month. */
  is_of_city?: boolean
  rowsOf(period: Period): ReturnRow[]
}

/** The returns of a prefecture with its townships, without what is silent; the monthly ones begin in the month `from`. */
export function sampleReturns(
  townships: readonly Township[],
  prefecture: Prefecture,
  from: Period = '2018-01',
): SampleReturn[] {
  // Villages are compared with the year before, stipends with the income of the year before.
  const yearsBefore = (years: number) => shiftPeriod(from.slice(0, 4), -years)
  // Meeting places begin with the quarter before, which the published figures are of; funds are compared with the year before.
  const quarterBefore = lastCompletePeriod('Q', shiftPeriod(from, -1))
  const quarterly = { is_of_city: true, first: shiftPeriod(quarterBefore, 1) }
  const made = [
    {
      dataset: coverage,
      short_title: '非公企业和社会组织覆盖情况',
      first: from,
      rows: coverageOf(townships, prefecture),
    },
    { dataset: stipend, short_title: '村党组织书记报酬落实情况', first: from, rows: stipendOf(townships) },
    {
      dataset: income,
      short_title: '村级集体经济收入情况',
      first: yearsBefore(1),
      rows: incomeOf(townships, prefecture),
    },
    {
      dataset: ruralIncome,
      short_title: '农村居民人均可支配收入',
      first: yearsBefore(2),
      rows: (year: Period) => ruralIncomeOf(prefecture.counties, year),
    },
    {
      ...quarterly,
      dataset: premises,
      short_title: '村级组织活动场所情况',
      first: quarterBefore,
      rows: premisesOf(townships, prefecture),
    },
    { ...quarterly, dataset: funding, short_title: '村级组织运转经费保障情况', rows: fundingOf(townships) },
    {
      ...quarterly,
      dataset: fundingBudget,
      short_title: '党建工作专项经费情况',
      first: shiftPeriod(quarterBefore, -3),
      rows: fundingBudgetOf(prefecture),
    },
    { ...quarterly, dataset: team, short_title: '村党组织带头人队伍情况', rows: teamOf(townships) },
    {
      ...quarterly,
      dataset: rectification,
      short_title: '软弱涣散基层党组织整顿情况',
      rows: rectificationOf(prefecture.counties),
    },
    {
      dataset: burden,
      short_title: '基层减负情况',
      first: from,
      is_of_city: true,
      rows: (month: Period) => burdenOf(prefecture.counties, month),
    },
    {
      dataset: tasks,
      short_title: '三张清单台账',
      first: from > '2025-01' ? from : '2025-01',
      is_of_city: true,
      rows: (month: Period) => tasksOf(prefecture.counties, month),
    },
  ]
  return made.map(({ rows, ...rest }) => ({
    ...rest,
    rowsOf: (period) => {
      if (frequencyOf(period) !== rest.dataset.frequency) throw new RangeError(`not a period of this return: ${period}`)
      return rows(period)
        .filter(({ region_code }) => !isSilent(rest.dataset.id, region_code, period))
        .sort((a, b) => (a.region_code < b.region_code ? -1 : 1))
    },
  }))
}

function isSilent(dataset: string, code: string, period: Period): boolean {
  return silences.some(
    (silence) => silence.dataset === dataset && code.startsWith(silence.county) && silence.periods.includes(period),
  )
}
