import { type Cell, type CellStyle, type CellValue, writeXlsx } from 'hucre/xlsx'

const line = { style: 'thin', color: { rgb: '336699' } } as const
const border = { top: line, right: line, bottom: line, left: line }
const body: CellStyle = {
  font: { name: '仿宋_GB2312', size: 11 },
  border,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
const head: CellStyle = {
  ...body,
  font: { name: '黑体', size: 11, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F4E79' } },
}

const firms = [
  '企业总数',
  '具备组建条件企业数',
  '单独组建企业数',
  '联合组建企业数',
  '未建已选派指导员企业数',
  '四类企业总数',
  '四类企业已组建数',
]
const social = [
  '社会组织总数',
  '具备组建条件组织数',
  '单独组建组织数',
  '联合组建组织数',
  '未建已选派指导员组织数',
  '30人以上组织总数',
  '30人以上已组建数',
]
const blanks = (count: number): null[] => Array(count).fill(null)

/** Rows 7 to 9 are data. E7 is 约50, H8 is 70 (more than there are firms; 10 is right), and the total in K10 is 79 where the rows give 69. */
const rows: CellValue[][] = [
  ['河州市东城区非公企业和社会组织党的组织和工作覆盖情况表（2026年10月）', ...blanks(17)],
  ['填报单位：东城区委组织部', ...blanks(7), '填报人：张三　　联系电话：13800001234', ...blanks(9)],
  blanks(18),
  [
    '序号',
    '行政区划\n代码',
    '乡镇（街道）',
    '一、非公有制企业（家）',
    ...blanks(6),
    '二、社会组织（个）',
    ...blanks(6),
    '备注',
  ],
  [null, null, null, ...firms, ...social, null],
  ['甲', '乙', '丙', ...Array.from({ length: 14 }, (_, index) => index + 1), null],
  [1, '990301001', '城关街道', 120, '约50', 40, 10, 30, 15, 12, 40, 20, 10, 5, 5, 8, 6, null],
  [2, '990301002', '柳林镇', 80, 30, 20, 5, 70, 6, 5, 19, 12, 6, 3, 4, 4, 3, null],
  [3, '990301003', '白马镇', 10, 0, 0, 0, 0, 1, 0, 10, 4, 2, 1, 1, 1, 1, null],
  [null, null, '合计', 210, 80, 60, 15, 40, 22, 17, 79, 36, 18, 9, 10, 13, 10, null],
  ['注：本表由各乡镇填报。', ...blanks(17)],
]

/** A form as counties send it: a title, lines above, a header of two rows merged both ways, borders, colours, print settings. */
export async function coverageForm(): Promise<Uint8Array> {
  const cells = new Map<string, Partial<Cell>>()
  rows.forEach((values, row) => {
    values.forEach((value, at) => {
      const style =
        row === 0
          ? { font: { name: '宋体', size: 18, bold: true }, alignment: { horizontal: 'center' as const } }
          : row < 3 || row > 9
            ? {}
            : row < 6
              ? head
              : body
      cells.set(`${row},${at}`, { value, style })
    })
  })
  const merge = (startRow: number, startCol: number, endRow: number, endCol: number) => ({
    startRow,
    startCol,
    endRow,
    endCol,
  })
  const sheet = {
    name: '覆盖情况',
    rows,
    cells,
    merges: [
      ...[merge(0, 0, 0, 17), merge(1, 0, 1, 7), merge(1, 8, 1, 17), merge(10, 0, 10, 17)],
      ...[
        merge(3, 0, 4, 0),
        merge(3, 1, 4, 1),
        merge(3, 2, 4, 2),
        merge(3, 3, 3, 9),
        merge(3, 10, 3, 16),
        merge(3, 17, 4, 17),
      ],
    ],
    columns: [{ width: 5 }, { width: 11.5 }, { width: 12.25 }, ...Array(14).fill({ width: 8.5 }), { width: 7 }],
    rowDefs: new Map([
      [0, { height: 36 }],
      [3, { height: 24 }],
      [4, { height: 60 }],
    ]),
    freezePane: { rows: 6, columns: 3 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$4:$6',
    },
    headerFooter: { oddFooter: '&C第 &P 页' },
  } as const
  return writeXlsx({
    sheets: [{ ...sheet, merges: [...sheet.merges], columns: [...sheet.columns], rowDefs: new Map(sheet.rowDefs) }],
    properties: { creator: '张三', lastModifiedBy: '李四', modified: new Date('2026-11-02T00:00:00Z') },
  })
}

/**
 * A return as text: the second record takes two lines, so that records and lines part ways. Line 4 has 待核 where the posts are,
 * line 7 names a town that is not there and holds a text that begins like a formula.
 */
export const stipendText = [
  '2026年10月书记报酬',
  '填报单位：东城区,,填报人：张三,电话：13800001234',
  '行政区划代码,地区名称,书记职数,当月应发总额（元）,低于标准职数,最低报酬,最高报酬,拖欠职数,备注',
  '990301001,城关街道,待核,19000,0,1800,2000,0,"含临时补助\n一次"',
  '990301002,柳林镇,10,19000,0,1800,2000,0,',
  ",白马真,10,19000,0,1800,2000,0,=cmd|' /C calc'!A0",
  '',
].join('\r\n')
