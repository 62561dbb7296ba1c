import type { Messages } from '../messages.js'

/** Of the three lists of tasks. */
export const tasks = {
  'tasks.name': ['三张清单', 'Tasks'],
  'tasks.title': ['问题、任务、责任清单', 'Problems, tasks and responsibilities'],
  'tasks.lead': [
    '对账销账以指标为据：任务报已完成，而该地区该专题仍有未解除的预警，不予销账。办结之后新开的预警另算。',
    'A task is settled by evidence: one that is reported done while its topic still has an open alert in its region stays listed. An alert that opened after the task was closed is another matter.',
  ],
  'tasks.finding': [
    '任务 {tasks} 项：已销账 {settled}，报已完成而指标未达标 {unproven}，逾期 {overdue}，在办 {open}。没有任务的问题 {lacks_task} 个，没有问题的任务 {lacks_problem} 项。',
    '{tasks} tasks: {settled} settled, {unproven} reported done while the indicator is not met, {overdue} overdue, {open} under way. Problems without a task: {lacks_task}; tasks without a problem: {lacks_problem}.',
  ],
  'tasks.unproven': ['报已完成，指标未达标 {count} 项', 'Reported done, indicator not met: {count}'],
  'tasks.unproven.lead': [
    '已报办结，但所属专题在该地区的预警尚未解除。',
    'Reported done, but an alert of the topic is still open in the region.',
  ],
  'tasks.overdue': ['逾期任务 {count} 项', 'Overdue tasks: {count}'],
  'tasks.overdue.lead': [
    '完成时限已到，月底仍未办结。',
    'The date has come and the task was not done at the end of the month.',
  ],
  'tasks.lacks_task': ['有问题、没有任务 {count} 个', 'Problems without a task: {count}'],
  'tasks.lacks_task.lead': [
    '列入问题清单，而任务清单中没有一项对应它。',
    'On the list of problems, and no task on the list answers them.',
  ],
  'tasks.lacks_problem': ['有任务、没有问题 {count} 项', 'Tasks without a problem: {count}'],
  'tasks.lacks_problem.lead': [
    '列入任务清单，而没有写明对应问题，或所写编号不在问题清单上。',
    'On the list of tasks, and no problem is named, or the number named is not on the list of problems.',
  ],
  'tasks.open': ['在办任务 {count} 项', 'Tasks under way: {count}'],
  'tasks.open.lead': ['未到完成时限。', 'Their date has not come.'],
  'tasks.settled': ['已销账任务 {count} 项', 'Settled tasks: {count}'],
  'tasks.settled.lead': [
    '已报办结，且所属专题在该地区没有办结前就有、至今未解除的预警。',
    'Reported done, and no alert of the topic from before then is still open in the region.',
  ],
  'tasks.none': ['没有', 'none'],
  'tasks.all': ['三张清单全部 {count} 条', 'All lines of the three lists: {count}'],
  'task.closed': ['{day}办结', 'done {day}'],
  'task.answers': ['对应 {number}', 'answers {number}'],
  'task.still': ['仍越线：{names}', 'still beyond the line: {names}'],
  'task.silent': ['本月未报，为{period}清单', 'not reported since: list of {period}'],
  'task.topic.coverage': ['组织覆盖', 'coverage'],
  'task.topic.income': ['集体收入', 'village income'],
  'task.topic.stipend': ['书记报酬', 'stipends'],
  'task.topic.premises': ['活动场所', 'meeting places'],
  'task.topic.funding': ['运转经费', 'funding'],
  'task.topic.team': ['带头人队伍', 'leading teams'],
  'task.topic.rectification': ['软弱涣散整顿', 'rectification'],
  'task.topic.burden': ['基层减负', 'burden'],
} as const satisfies Messages
