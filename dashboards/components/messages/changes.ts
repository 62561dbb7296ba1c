import type { Messages } from '../messages.js'

/** Of what changed since the release before. */
export const changes = {
  'changes.name': ['变化', 'Changes'],
  'changes.title': ['与上一期相比的变化', 'What changed since the release before'],
  'changes.lead': [
    '逐条列出这一期与上一次发布之间变了什么：更新的和更正的数字、预警、报表，以及计算依据。升降按未舍入的数计算。',
    'What differs from what was published before: new and revised figures, alerts, returns, and what they rest on. Differences are of the values before rounding.',
  ],
  'changes.none_before': [
    '没有上一期可比：这是第一期，或是单独回看某一天的一期。',
    'There is no release to compare with: this is the first one, or a look back at an earlier day.',
  ],
  'changes.figures': ['数字', 'Figures'],
  'changes.alerts': ['预警', 'Alerts'],
  'changes.returns': ['报表', 'Returns'],
  'changes.basis': ['计算依据', 'What they rest on'],
  'changes.none': ['没有变化', 'Nothing changed'],
  'changes.unlisted': ['还有 {count} 项未列出', '{count} more are not listed'],
} as const satisfies Messages
