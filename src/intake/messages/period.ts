import type { Text } from '../../domain/text.js'

/** Sentences about the period that a return is about. */
export const periodMessages = {
  no_period: {
    zh: '找不到报告期：请在标题写明，如“{example}”',
    en: 'the period is not stated: write it in the title, like "{example}"',
  },
  period_unclear: {
    zh: '报告期不明确，写有 {periods}：请在标题只写一个报告期',
    en: 'the period is not clear, these are stated: {periods}. Write one of them in the title',
  },
  period_conflict: {
    zh: '报告期不一致：表内为 {inside}，文件名为 {outside}。请核对并改为一致后重报',
    en: 'the period differs: {inside} in the table, {outside} in the file name. Make them the same and send it again',
  },
  wrong_frequency: {
    zh: '报告期“{original}”与报表不符：本表{frequency}，应如“{example}”',
    en: 'the period "{original}" does not fit: this return is {frequency}, as in "{example}"',
  },
  frequency_m: { zh: '按月报送', en: 'monthly' },
  frequency_q: { zh: '按季报送', en: 'quarterly' },
  frequency_a: { zh: '按年报送', en: 'annual' },
  period_ahead: {
    zh: '报告期“{original}”在收到报表时还没有开始：请核对年份和月份',
    en: 'the period "{original}" had not begun when the return was received: check year and month',
  },
  not_a_period: {
    zh: '“{original}”不是报告期（{cell}）：请填写如“{example}”',
    en: '"{original}" is not a period ({cell}): write it like "{example}"',
  },
} satisfies Record<string, Text>
