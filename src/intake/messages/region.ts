import type { Text } from '../../domain/text.js'

/** Sentences about the regions that rows are about. */
export const regionMessages = {
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
  missing_regions: {
    zh: '{unit}{period}缺 {count} 个{grain}：{names}。请补报，或说明不报的原因',
    en: '{count} {grain} regions of {unit} are missing in {period}: {names}. Send them, or say why they do not report',
  },
  missing_regions_more: {
    zh: '另有 {count} 处（县区、报告期）也有缺报，共缺 {rows} 行：请对照地区表补报',
    en: '{count} more counties and periods have missing regions, {rows} rows in all: compare with the list of regions',
  },
} satisfies Record<string, Text>
