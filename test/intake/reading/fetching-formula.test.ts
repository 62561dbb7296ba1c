import { expect, test } from 'vitest'
import { refuseFetching } from '../../../src/intake/reading/fetching-formula.js'
import { ReadingProblem } from '../../../src/intake/reading/problem.js'

const refused = (formula: string) => {
  try {
    refuseFetching(formula, () => ({ sheet: '表', row: 3, at: 2 }))
    return null
  } catch (error) {
    return error instanceof ReadingProblem ? error.problem : error
  }
}

test.each(['=[1]表!A1', "='[1]表 一'!$A$1:$B$2", '=SUM([2]Sheet1!A:A)', '=1+[3]!合计', '=VLOOKUP(A1,[1]表!$A:$B,2,0)'])(
  '%s takes its value from another workbook',
  (formula) =>
    expect(refused(formula)).toEqual({
      code: 'external_link',
      values: {},
      place: { sheet: '表', row: 3, at: 2, wholeFile: true },
    }),
)

test.each([
  '=WEBSERVICE("http://x")',
  '=_xlfn.WEBSERVICE(A1)',
  '=RTD("a",,"b")',
  "=cmd|'/c calc'!A0",
  '=webservice (A1)',
])('%s fetches', (formula) => expect(refused(formula)).toMatchObject({ code: 'fetching_formula' }))

test.each([
  '=SUM(A1:B2)',
  '=表1[户数]',
  '=SUM(表1[[#This Row],[户数]])',
  '=表1[2020]*Sheet2!A1',
  "='东城区'!A1",
  '="[1]表!A1"&A1',
  '=MYWEBSERVICE(A1)',
  '=IF(A1="|",1,2)',
])('%s does not', (formula) => expect(refused(formula)).toBeNull())
