// Makes the workbook that the readers are measured with: rows x 12 columns, the same bytes every time but for the time of writing.
// Arguments: how many rows, where to write.
import { writeFileSync } from 'node:fs'
import { type CellValue, writeXlsx } from 'hucre/xlsx'

const [count = '5000', path = 'workbook.xlsx'] = process.argv.slice(2)
const headings = [
  '行政区划代码',
  '村名称',
  '党员数',
  '培养',
  '发展',
  '人均收入',
  '集体收入',
  '到位',
  '覆盖率',
  '户数',
  '人口',
  '备注',
]
const rows: CellValue[][] = [headings]
for (let index = 0; index < Number(count); index += 1) {
  const code = String(990_301_001_001 + index)
  const figures = Array.from(
    { length: 8 },
    (_, column) => ((index * 7919 + column * 104_729) % 1_000_003) / (column === 3 ? 100 : 1),
  )
  rows.push([
    code,
    `第${index % 5000}村`,
    ...figures.slice(0, 6),
    (index % 1000) / 1000,
    ...figures.slice(6),
    index % 10 === 0 ? '见附件' : null,
  ])
}
const columns = headings.map((_, index) => ({ numFmt: index === 8 ? '0.0%' : '0.00' }))
writeFileSync(path, await writeXlsx({ sheets: [{ name: '台账', rows, columns }] }))
