import type { Text } from '../../domain/text.js'

/** Sentences about headings, columns and sheets. */
export const tableMessages = {
  no_table: {
    zh: '没有找到报表：没有一行表头与已知报表相符。请使用下发的模板，保留表头',
    en: 'no return found: no row holds the headings of a known one. Use the template and keep its headings',
  },
  dataset_unclear: {
    zh: '无法判断是哪一种报表（可能是：{candidates}）：请在标题写明报表名称',
    en: 'it is not clear which return this is (it may be: {candidates}): write its name in the title',
  },
  other_sheet: {
    zh: '工作表“{name}”是另一种报表（{other}），未读取：请单独报送',
    en: 'sheet "{name}" is another return ({other}) and was not read: send it separately',
  },
  personal_column: {
    zh: '“{header}”（{cell}）是个人信息：本系统只收汇总数，不收个人信息。请删除该列后重报',
    en: '"{header}" ({cell}) holds particulars of persons, and only totals are collected: delete the column and send it again',
  },
  personal_value: {
    zh: '{cell} 像是{kind}：本系统不收个人信息。请删除“{header}”列中的个人信息后重报',
    en: '{cell} looks like {kind}, and no particulars of persons are collected: remove them from the column "{header}" and send it again',
  },
  kind_identity: { zh: '身份证号', en: 'an identity number' },
  kind_mobile: { zh: '手机号', en: 'a mobile number' },
  duplicate_column: {
    zh: '“{header}”出现了两次（{first} 和 {cell}），无法确定以哪一列为准：请删去一列后重报',
    en: '"{header}" stands in the table twice ({first} and {cell}): delete one of the columns and send it again',
  },
  missing_column: {
    zh: '缺少必填的列“{header}”{hint}：请补上后重报',
    en: 'the required column "{header}" is missing{hint}: add it and send it again',
  },
  hint_found_instead: {
    zh: '（表中有相近的“{found}”，在 {where}，如为同一项请改为规定的表头）',
    en: ' (a similar heading, "{found}", stands in {where}: if it is the same, write the heading as given)',
  },
  unknown_column: {
    zh: '不认识的列“{original}”（{cell}）{hint}，该列未读取：如需报送请改用规定的表头，否则请删除',
    en: 'unknown column "{original}" ({cell}){hint}, not read: use a heading of the return, or delete the column',
  },
  hint_meant: { zh: '，是否应为“{meant}”', en: ', perhaps "{meant}" was meant' },
  unnamed_column: {
    zh: '{cell} 之下的一列没有表头，未读取：如需报送请写明表头，否则请清空',
    en: 'the column below {cell} has no heading and was not read: give it one, or clear it',
  },
  unknown_unit: {
    zh: '不认识的计量单位“{original}”（{cell}）：可用 {units}，请改正后重报',
    en: 'unknown unit "{original}" ({cell}): use {units} and send it again',
  },
  no_rows: {
    zh: '表头之下没有数据行：请填报后重新报送',
    en: 'there are no rows below the headings: fill them in and send it again',
  },
} satisfies Record<string, Text>
