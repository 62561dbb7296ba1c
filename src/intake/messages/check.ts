import type { Text } from '../../domain/text.js'

/** Sentences about figures held against each other. */
export const checkMessages = {
  row_check: {
    zh: '{left} {left_value} {relation}{right} {right_value}（第 {row} 行）：{sentence}，请核对后改正',
    en: '{left} = {left_value} {relation} {right} = {right_value} (row {row}): {sentence}; check and correct them',
  },
  relation_above: { zh: '大于', en: 'is more than' },
  relation_differs: { zh: '不等于', en: 'is not' },
  duplicate_row: {
    zh: '“{original}”与第 {first} 行重复（同一地区、同一报告期 {period}）：请核对后只保留一行',
    en: '"{original}" repeats row {first} (same region, same period {period}): check them and keep one',
  },
  total_differs: {
    zh: '“{label}”行的{header}（{cell}）为 {original}，各行相加为 {sum}：请核对是合计有误还是缺行',
    en: 'the row "{label}" has {original} for {header} ({cell}), and the rows add up to {sum}: check the total, or whether a row is missing',
  },
  jump: {
    zh: '{header}（{cell}）为 {original}，上期（{period}）为 {before}，变动 {change}%，超过 {limit}%：如属实请在情况说明中写明原因',
    en: '{header} ({cell}) is {original} and was {before} in {period}, a change of {change}%, more than {limit}%: if true, give the reason',
  },
  rows_refuse_file: {
    zh: '本表不分行接收：有 {count} 行不合格，整份退回，请改正后重报',
    en: 'this return is taken as a whole: {count} rows are not acceptable, so all of it is refused; correct them and send it again',
  },
} satisfies Record<string, Text>
