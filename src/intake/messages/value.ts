import type { Text } from '../../domain/text.js'

/** Sentences about single cells. */
export const valueMessages = {
  note_converted: {
    zh: '{header}（{where}）按{stated}填报，已换算为{unit}（乘以 {factor}）',
    en: '{header} ({where}) is in {stated} and was converted to {unit} (times {factor})',
  },
  note_formulas: {
    zh: '{header}有 {count} 格是公式（{where} 起），取文件中保存的结果，未重新计算',
    en: '{header} has {count} formulas (from {where}): the results stored in the file were taken, none was worked out',
  },
  blank_required: {
    zh: '“{header}”（{cell}）没有填：此项必填，不知道的请核实后再报，{way_out}',
    en: '"{header}" ({cell}) is blank: it is required; find it out if it is not known, {way_out}',
  },
  formula_without_value: {
    zh: '{header}（{cell}）是公式“{original}”，但文件里没有保存它的结果：请用表格软件打开并重新保存，或直接填写数值',
    en: '{header} ({cell}) is the formula "{original}" but its result was not saved: open the file in a spreadsheet program and save it again, or write the value',
  },
  formula_error: {
    zh: '{header}（{cell}）的公式出错，显示为“{original}”：请改正公式，或直接填写数值',
    en: 'the formula of {header} ({cell}) fails and shows "{original}": put it right, or write the value',
  },
  nothing_written: {
    zh: '“{original}”不知是没有、不适用还是不掌握：{header}（{cell}）必填，不掌握的请核实后再报，{way_out}',
    en: '"{original}" may mean none, not applicable or not known: {header} ({cell}) is required; find it out if it is not known, {way_out}',
  },
  approximate: {
    zh: '“{original}”是约数：{header}（{cell}）请填核实后的准确数字',
    en: '"{original}" is not exact: write the exact figure for {header} ({cell}) once it is verified',
  },
  unverified: {
    zh: '“{original}”还不是数字：{header}（{cell}）请核实后填数字，{way_out}',
    en: '"{original}" is no figure yet: verify {header} ({cell}) and write the figure, {way_out}',
  },
  not_an_office: {
    zh: '{header}（{cell}）不像单位名称：请填单位全称，不填个人姓名',
    en: "{header} ({cell}) does not look like an office: write its full name, never a person's",
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
} satisfies Record<string, Text>
