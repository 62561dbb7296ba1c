import type { Text } from '../../domain/text.js'

/** Sentences about figures held against each other. */
export const checkMessages = {
  row_check: {
    zh: '{left} {left_value} {relation}{right} {right_value}（第 {row} 行）：{sentence}，{way_out}',
    en: '{left} = {left_value} {relation} {right} = {right_value} (row {row}): {sentence}; {way_out}',
  },
  way_correct: { zh: '请核对后改正', en: 'check and correct them' },
  way_explain: { zh: '请核对，如属实请在情况说明中写明原因', en: 'check them, and if true give the reason' },
  parent_check: {
    zh: '{original}{period}填报不一致：{left} {left_value} {relation}{right} {right_value}：{sentence}，{way_out}',
    en: '{original} in {period} differs: {left} = {left_value} {relation} {right} = {right_value}: {sentence}; {way_out}',
  },
  parent_check_more: {
    zh: '另有 {count} 处（地区、报告期）也与该地区自己填报的数不一致：请逐一核对',
    en: '{count} more regions and periods differ from what the regions reported themselves: compare them one by one',
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
  name_rows: { zh: '本表行数', en: 'rows of this return' },
  name_last: { zh: '上期的{header}', en: 'last {header}' },
  name_return: { zh: '“{title}”的{header}', en: '{title}: {header}' },
  name_parent: { zh: '上级在“{title}”填报的{header}', en: 'the region above in {title}: {header}' },
  magnitude: {
    zh: '“{original}”可能错了单位（{unit}？）：{header}（{cell}）按{stored}读为 {value}，{basis}，相差约 {times} 倍，应为 {meant}{stored}？请改正；如属实请在情况说明中写明原因',
    en: '"{original}" may be in the wrong unit ({unit}?): {header} ({cell}) reads as {value} {stored}, and {basis}, about {times} times as different. Should it be {meant} {stored}? Correct it; if true, give the reason',
  },
  basis_last: { zh: '上期（{period}）为 {figure}', en: 'it was {figure} in {period}' },
  basis_others: { zh: '本表各行的中位数为 {figure}', en: 'half of the rows have more than {figure}' },
  jump: {
    zh: '{header}（{cell}）为 {original}，上期（{period}）为 {before}，变动 {change}%，超过 {limit}%：如属实请在情况说明中写明原因',
    en: '{header} ({cell}) is {original} and was {before} in {period}, a change of {change}%, more than {limit}%: if true, give the reason',
  },
  rows_refuse_file: {
    zh: '本表不分行接收：有 {count} 行不合格，整份退回，请改正后重报',
    en: 'this return is taken as a whole: {count} rows are not acceptable, so all of it is refused; correct them and send it again',
  },
} satisfies Record<string, Text>
