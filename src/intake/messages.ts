import { fill, type Text } from '../domain/text.js'

/**
 * Every sentence that intake says, by the code of its finding. Each names the value and the way out. `hint_…` and `way_…` are
 * parts that go into others.
 */
export const messages = {
  empty_file: { zh: '文件是空的：请检查后重新报送', en: 'the file is empty: check it and send it again' },
  too_large: {
    zh: '文件有 {megabytes} MB，超过 {limit} MB 的上限：请删去图片和多余的工作表，或另存为 UTF-8 的 .csv 后重报',
    en: 'the file has {megabytes} MB, more than the {limit} MB allowed: remove pictures and spare sheets, or save it as .csv (UTF-8)',
  },
  unsupported_file: {
    zh: '不能读取这种文件（{extension}）：请另存为 .xlsx 或 .csv 后重报',
    en: 'this kind of file cannot be read ({extension}): save it as .xlsx or .csv and send it again',
  },
  old_workbook: {
    zh: '旧格式的工作簿（{extension}）不能读取：请用“另存为”改存为 .xlsx 后重报',
    en: 'workbooks of this format cannot be read ({extension}): use "Save as" .xlsx and send it again',
  },
  encrypted_workbook: {
    zh: '工作簿加了密码，不能读取：请取消密码，另存为 .xlsx 后重报',
    en: 'the workbook is protected by a password: remove it, save as .xlsx and send it again',
  },
  unreadable_workbook: {
    zh: '工作簿打不开，可能已损坏：请用表格软件打开，另存为 .xlsx 后重报',
    en: 'the workbook cannot be opened and may be damaged: open it in a spreadsheet program, save as .xlsx and send it again',
  },
  unknown_encoding: {
    zh: '文字编码既不是 UTF-8 也不是 GB18030：请另存为“CSV UTF-8”或 .xlsx 后重报',
    en: 'the text is neither UTF-8 nor GB18030: save it as "CSV UTF-8" or .xlsx and send it again',
  },
  unclosed_quote: {
    zh: '第 {row} 行的引号没有配对，其后的内容无法分列：请补上引号，或另存为 .xlsx 后重报',
    en: 'a quotation mark on line {row} is never closed: close it, or save as .xlsx and send it again',
  },
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
  unknown_reporting_unit: {
    zh: '填报单位“{original}”不是{period}有效的县（市、区）或市，已按各行的地区判断：请核对填报单位',
    en: 'the reporting unit "{original}" is not a county or city valid in {period}; the rows were taken to say it: check it',
  },
  unknown_region: {
    zh: '没有这个地区：“{original}”（{cell}）{hint}。请填写地区表中的代码或全称',
    en: 'no such region: "{original}" ({cell}){hint}. Use a code or full name of the list of regions',
  },
  region_outside_unit: {
    zh: '“{original}”（{cell}）不在填报单位{unit}之内：请核对代码和名称，或交由所属县区报送',
    en: '"{original}" ({cell}) is not within the reporting unit {unit}: check code and name, or leave it to its own county',
  },
  region_not_valid: {
    zh: '“{original}”（{cell}）在{period}不是有效的地区（有效期 {from} 至 {to}）：请用当时有效的代码',
    en: '"{original}" ({cell}) was not valid in {period} (valid from {from} to {to}): use the code valid at that time',
  },
  wrong_level: {
    zh: '“{original}”（{cell}）是{found}，本表每行应为{grain}：请按{grain}填报，汇总行请写“合计”',
    en: '"{original}" ({cell}) is a {found}, and each row here is a {grain}: report by {grain}, and call a total 合计',
  },
  ambiguous_region: {
    zh: '“{original}”（{cell}）不止一个：{candidates}。请填写行政区划代码',
    en: '"{original}" ({cell}) is not the only one of that name: {candidates}. Fill in the region code',
  },
  region_name_differs: {
    zh: '代码与名称不符：{code} 是“{expected}”，名称填的是“{original}”（{cell}）。请核对后改正',
    en: 'code and name differ: {code} is "{expected}", and the name says "{original}" ({cell}). Correct one of them',
  },
  blank_required: {
    zh: '“{header}”（{cell}）没有填：此项必填，不知道的请核实后再报，{way_out}',
    en: '"{header}" ({cell}) is blank: it is required; find it out if it is not known, {way_out}',
  },
  not_a_count: {
    zh: '“{original}”不是整数：{header}（{cell}）须填阿拉伯数字，未核实的请先核实，{way_out}',
    en: '"{original}" is not a whole number: {header} ({cell}) takes digits only; verify what is not yet known, {way_out}',
  },
  not_an_amount: {
    zh: '“{original}”不是金额：{header}（{cell}）须填数字，单位为{unit}，未核实的请先核实，{way_out}',
    en: '"{original}" is not an amount: {header} ({cell}) takes a number in {unit}; verify what is not yet known, {way_out}',
  },
  way_zero: { zh: '确实没有的填 0', en: 'and write 0 if there are none' },
  way_fill_in: { zh: '请补填', en: 'and fill it in' },
  way_blank: { zh: '确无数据请留空并说明', en: 'and leave it blank with an explanation if there is no figure' },
  too_many_decimals: {
    zh: '“{original}”的小数多于两位：{header}（{cell}）以{unit}为单位，请四舍五入到分',
    en: '"{original}" has more than two decimals: round {header} ({cell}) to two, in {unit}',
  },
  not_a_share: {
    zh: '“{original}”不是百分比：{header}（{cell}）请填如 78%',
    en: '"{original}" is not a share: write {header} ({cell}) like 78%',
  },
  ambiguous_share: {
    zh: '“{original}”有两种读法：{header}（{cell}）是 {as_ratio}% 还是 {as_pct}%？请带百分号填写',
    en: '"{original}" can be read two ways: is {header} ({cell}) {as_ratio}% or {as_pct}%? Write it with the percent sign',
  },
  not_a_code: {
    zh: '“{original}”不在可填的范围内：{header}（{cell}）只能填 {choices}',
    en: '"{original}" is not one of the choices: {header} ({cell}) takes {choices}',
  },
  not_a_date: {
    zh: '“{original}”不是日期：{header}（{cell}）请填如 2026-10-15',
    en: '"{original}" is not a date: write {header} ({cell}) like 2026-10-15',
  },
  below_min: {
    zh: '“{original}”太小：{header}（{cell}）不能小于 {limit}，请核对',
    en: '"{original}" is too small: {header} ({cell}) cannot be below {limit}, check it',
  },
  above_max: {
    zh: '“{original}”太大：{header}（{cell}）不能大于 {limit}，请核对',
    en: '"{original}" is too large: {header} ({cell}) cannot be above {limit}, check it',
  },
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
  missing_regions: {
    zh: '{unit}{period}缺 {count} 个{grain}：{names}。请补报，或说明不报的原因',
    en: '{count} {grain} regions of {unit} are missing in {period}: {names}. Send them, or say why they do not report',
  },
  missing_regions_more: {
    zh: '另有 {count} 处（县区、报告期）也有缺报，共缺 {rows} 行：请对照地区表补报',
    en: '{count} more counties and periods have missing regions, {rows} rows in all: compare with the list of regions',
  },
  rows_refuse_file: {
    zh: '本表不分行接收：有 {count} 行不合格，整份退回，请改正后重报',
    en: 'this return is taken as a whole: {count} rows are not acceptable, so all of it is refused; correct them and send it again',
  },
} satisfies Record<string, Text>

/** The code of a message. */
export type MessageCode = keyof typeof messages

/** The sentence of a code, filled in; a value in both languages goes to each sentence in its own. */
export function say(code: MessageCode, values: Readonly<Record<string, string | number | Text>> = {}): Text {
  const inLanguage = (lang: keyof Text) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value[lang] : value]),
    )
  return { zh: fill(messages[code], inLanguage('zh')).zh, en: fill(messages[code], inLanguage('en')).en }
}
