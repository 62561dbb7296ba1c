import type { Topic } from '../src/domain/topic.js'
import { burdenIndicators } from './burden/indicators.js'
import { burden } from './burden/return.js'
import { coverageConditions, premisesConditions, ruralIncomeConditions } from './conditions.js'
import { coverageIndicators } from './coverage/indicators.js'
import { coverage } from './coverage/return.js'
import { fundingIndicators } from './funding/indicators.js'
import { funding } from './funding/return.js'
import { fundingBudgetIndicators } from './funding_budget/indicators.js'
import { fundingBudget } from './funding_budget/return.js'
import { incomeBands } from './income/bands.js'
import { incomeIndicators } from './income/indicators.js'
import { income } from './income/return.js'
import { national } from './national/return.js'
import { premisesIndicators } from './premises/indicators.js'
import { premises } from './premises/return.js'
import { rectificationIndicators } from './rectification/indicators.js'
import { rectification } from './rectification/return.js'
import { ruralIncome } from './rural_income/return.js'
import { stipendIndicators } from './stipend/indicators.js'
import { stipend } from './stipend/return.js'
import { taskIndicators } from './tasks/indicators.js'
import { tasks } from './tasks/return.js'
import { teamIndicators } from './team/indicators.js'
import { team } from './team/return.js'

/** Every return of this installation. The only list: adding a topic is adding a folder and one line here. */
export const topics: readonly Topic[] = [
  { dataset: coverage, indicators: coverageIndicators, conditions: coverageConditions },
  { dataset: income, indicators: incomeIndicators, bands: incomeBands },
  { dataset: stipend, indicators: stipendIndicators },
  { dataset: ruralIncome, indicators: [], conditions: ruralIncomeConditions },
  { dataset: premises, indicators: premisesIndicators, page: 'foundations', conditions: premisesConditions },
  { dataset: funding, indicators: fundingIndicators, page: 'foundations' },
  { dataset: fundingBudget, indicators: fundingBudgetIndicators, page: 'foundations' },
  { dataset: team, indicators: teamIndicators, page: 'team' },
  { dataset: rectification, indicators: rectificationIndicators, page: 'team' },
  { dataset: burden, indicators: burdenIndicators },
  { dataset: tasks, indicators: taskIndicators },
  { dataset: national, indicators: [] },
]

/** The folder of the SQL models: one folder a topic, `shared` for those that serve all. */
export const modelFolder = import.meta.dirname
