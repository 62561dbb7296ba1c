import { columnNumbers, heading, oneHeadingRow, remarks, withoutColumn } from './habits/columns.js'
import {
  figuresAsText,
  fullWidthDigits,
  inTenThousands,
  marked,
  signWithoutTotal,
  thousandsSeparators,
  unitsBehind,
  wrongTotal,
} from './habits/figures.js'
import type { Habit } from './habits/habit.js'
import {
  byItsOffice,
  cityTitle,
  fullLines,
  labelsBeside,
  measuredIn,
  notes,
  preface,
  signatures,
  underShortName,
} from './habits/lines.js'
import { codesAsNumbers, paddedTownNames, shortTownNames } from './habits/places.js'
import { blankRows, subtotals, totalOnTop } from './habits/rows.js'
import { emptySheet, instructions, sheetNamed } from './habits/sheets.js'
import { sampleCity } from './prefectures.js'
import { lastMonthDefects } from './story.js'

const balance = '平衡关系：企业总数≥单独组建＋联合组建＋未建已选派指导员；社会组织同。'

/**
 * How each county fills in each return of the last month, in the order in which its habits are put on the clean form. What a
 * careful clerk takes for granted is taken; only `marked` puts something where a figure should stand.
 */
export const habits: Readonly<Record<string, readonly Habit[]>> = {
  // 清渡区: by the book.
  '990302/coverage': [fullLines('words'), columnNumbers(), signatures('words')],
  '990302/stipend': [fullLines('words'), signWithoutTotal('—'), remarks({ 2: '含1名挂职干部' })],
  // 瑞桥区: types with a Chinese input method.
  '990303/coverage': [oneHeadingRow(), fullWidthDigits(2)],
  '990303/stipend': [oneHeadingRow(), thousandsSeparators(), fullWidthDigits(4)],
  // 鹤堤区: makes names look even.
  '990304/coverage': [withoutColumn('serial'), paddedTownNames(), fullLines('words'), notes(balance)],
  '990304/stipend': [withoutColumn('serial'), paddedTownNames(), signWithoutTotal('/')],
  // 锦垣区: every cell is text, and the columns are numbered.
  '990305/coverage': [columnNumbers(), figuresAsText(), labelsBeside('date')],
  '990305/stipend': [columnNumbers(), thousandsSeparators(), figuresAsText(), labelsBeside('date')],
  // 宁皋区: codes became numbers; adds up its streets apart.
  '990307/coverage': [codesAsNumbers(), subtotals(), sheetNamed('覆盖情况')],
  '990307/stipend': [codesAsNumbers(), thousandsSeparators(), fullLines('serial'), sheetNamed('报酬落实')],
  // 昭埠区: leaves out codes; thinks in 万元.
  '990308/coverage': [
    withoutColumn('region_code'),
    remarks({ 1: '约40%为个体工商户转企', 6: '近两年新设开发区企业较多', 11: '/', 12: '—' }),
    notes('注：1.本表由乡镇（街道）填报，区级汇总。', '2.“具备组建条件”指正式党员3人以上。'),
  ],
  '990308/stipend': [
    withoutColumn('region_code'),
    measuredIn('万元、人'),
    inTenThousands('paid_total_yuan'),
    heading('lowest_yuan_per_month', '最低报酬（元/月）'),
    heading('highest_yuan_per_month', '最高报酬（元/月）'),
    signatures('words'),
  ],
  // 石泓区: puts the unit behind every figure.
  '990309/coverage': [unitsBehind({ nonpublic: '家', social: '个' }), oneHeadingRow()],
  '990309/stipend': [
    measuredIn('人'),
    heading('paid_total_yuan', '当月应发总额（万元）'),
    inTenThousands('paid_total_yuan'),
  ],
  // 望岭县: says 清坪 for 清坪镇.
  '990321/coverage': [shortTownNames(), fullLines('serial'), notes(balance), signatures('words')],
  '990321/stipend': [shortTownNames(), labelsBeside('serial'), byItsOffice()],
  // 云硖县: sends the form as it was sent round, with everything in it.
  '990323/coverage': [
    cityTitle(sampleCity.name),
    preface('附件2'),
    fullLines('date'),
    instructions(
      '一、本表由乡镇（街道）党（工）委填报，县（区）委组织部汇总，每月5日前报送上月数。',
      '二、“联合组建”按覆盖企业数统计，一个联合党组织覆盖几家填几家。',
      '三、没有的填0，不得空白。',
    ),
    emptySheet(),
  ],
  // 双岘县: short for itself, and leaves a line free here and there.
  '990324/coverage': [underShortName(), blankRows(5)],
  '990324/stipend': [underShortName(), blankRows(4), notes('说明：低于标准的职数已列入明年预算。')],
  // 松陂县: sent first what it had (see lastMonthCorrection), then the figures.
  '990325/coverage': [preface('附件1'), fullLines('words'), totalOnTop(), remarks({})],
  '990325/stipend': [fullLines('date'), totalOnTop()],
  // 柳圩县: adds up by hand.
  '990326/coverage': [wrongTotal('social_total', 9), notes('注：合计数以各乡镇上报为准。')],
  '990326/stipend': [fullLines('words'), remarks({ 0: '含社区', 5: '本月起调整' })],
  // 平畴县: one workbook for everything.
  '990327/coverage': [columnNumbers(), notes(balance), emptySheet()],
  '990327/stipend': [thousandsSeparators(), instructions('应发总额为当月应发数，不含年终考核奖。'), emptySheet()],
  // 青埂县: no codes, no serial numbers, whatever the template says.
  '990328/coverage': [withoutColumn('region_code'), withoutColumn('serial'), blankRows(8), signatures('words')],
  '990328/stipend': [oneHeadingRow(), withoutColumn('serial'), unitsBehind({ posts: '人' }), thousandsSeparators()],
}

/** How the file looks that is corrected later: what a county writes that does not have its figures yet. */
export const firstAttempt: readonly Habit[] = [
  marked(lastMonthDefects.corrected.marks),
  preface('附件1'),
  fullLines('words'),
  blankRows(6),
  remarks({ 0: '待与工商数据比对', 12: '新设企业' }),
]
