// The peer of `read-workbook.ts`: exceljs reads the same file and every cell is asked for its value. Without an argument: the start.
import { readFileSync } from 'node:fs'
import exceljs from 'exceljs'

const [path] = process.argv.slice(2)
if (path !== undefined) {
  const workbook = new exceljs.Workbook()
  const bytes = readFileSync(path)
  const started = performance.now()
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  let cells = 0
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.value !== null) cells += 1
      }),
    )
  if (cells === 0) throw new Error('nothing read')
  console.log(JSON.stringify({ read: (performance.now() - started) / 1000 }))
}
