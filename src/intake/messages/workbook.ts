import type { Text } from '../../domain/text.js'

/** Sentences about workbooks that are refused before a cell of them is used. Most end in the same way out. */
export const workbookMessages = {
  truncated_workbook: {
    zh: '工作簿不完整，可能没有传完或下载完：请重新发送或重新下载后再报',
    en: 'the workbook is not complete, it may have been cut off while it was sent: send or download it again',
  },
  damaged_part: {
    zh: '工作簿内部有一处已损坏，与它自己的目录不符：请用表格软件打开，只把报表所在的工作表另存为新的 .xlsx 后重报',
    en: 'a part of the workbook is damaged and does not agree with its own directory: open it in a spreadsheet program, save only the sheet with the table as a new .xlsx and send it again',
  },
  odd_directory: {
    zh: '工作簿的内部目录不正常（{found}），不是表格软件写出的：请只把报表所在的工作表另存为新的 .xlsx 后重报',
    en: 'the directory inside the workbook has {found}, which no spreadsheet program writes: save only the sheet with the table as a new .xlsx and send it again',
  },
  rows_out_of_order: {
    zh: '工作表“{sheet}”内部的第 {row} 行重复或次序不对：请用表格软件打开，另存为新的 .xlsx 后重报',
    en: 'row {row} inside sheet "{sheet}" comes twice or out of order: open the file in a spreadsheet program, save as a new .xlsx and send it again',
  },
  not_a_workbook: {
    zh: '文件名是 {extension}，内容却是{kind}：请把报表填入 .xlsx 或 .csv 后重报',
    en: 'the file is called {extension} but is {kind}: put the table into an .xlsx or .csv file and send it again',
  },
  web_page_workbook: {
    zh: '文件名是 {extension}，内容却是网页：请用表格软件打开，另存为 .xlsx 后重报',
    en: 'the file is called {extension} but is a web page: open it in a spreadsheet program, save as .xlsx and send it again',
  },
  text_as_workbook: {
    zh: '文件名是 {extension}，内容却是纯文本：请把文件名改为 .csv，或用表格软件打开后另存为 .xlsx 再报',
    en: 'the file is called {extension} but is plain text: rename it to .csv, or open it in a spreadsheet program and save as .xlsx',
  },
  macros: {
    zh: '工作簿里有宏，不能接收：请另存为不含宏的 .xlsx 后重报',
    en: 'the workbook contains macros: save it as an .xlsx without macros and send it again',
  },
  data_connection: {
    zh: '工作簿连接着外部数据，数字随时会变：请在“数据—查询和连接”中删除连接，另存为 .xlsx 后重报',
    en: 'the workbook is connected to outside data, so its figures may change: remove the connection under "Data, Queries & Connections", save as .xlsx and send it again',
  },
  external_link: {
    zh: '{cell} 的公式取自另一个工作簿，这里无法核对：请用“数据—编辑链接—断开链接”，或选择性粘贴为数值，另存为 .xlsx 后重报',
    en: 'the formula in {cell} takes its value from another workbook, which cannot be checked here: use "Data, Edit Links, Break Link" or paste as values, save as .xlsx and send it again',
  },
  fetching_formula: {
    zh: '{cell} 的公式会从网络或别的程序取数，不能接收：请把它选择性粘贴为数值，另存为 .xlsx 后重报',
    en: 'the formula in {cell} fetches its value from a network or another program: paste it as a value, save as .xlsx and send it again',
  },
  declares_entities: {
    zh: '工作簿内部含有不允许的声明（DOCTYPE），不是表格软件写出的：请只把报表所在的工作表另存为新的 .xlsx 后重报',
    en: 'the workbook contains a declaration that is not allowed (DOCTYPE) and that no spreadsheet program writes: save only the sheet with the table as a new .xlsx and send it again',
  },
  too_deep: {
    zh: '工作簿内部嵌套超过 {limit} 层，不是表格软件写出的：请只把报表所在的工作表另存为新的 .xlsx 后重报',
    en: 'the inside of the workbook is nested more than {limit} levels deep, which no spreadsheet program writes: save only the sheet with the table as a new .xlsx and send it again',
  },
  too_many_parts: {
    zh: '工作簿由 {count} 个部分组成，上限为 {limit}：请只把报表所在的工作表另存为新的 .xlsx 后重报',
    en: 'the workbook has {count} parts, the limit is {limit}: save only the sheet with the table as a new .xlsx and send it again',
  },
  unpacks_too_large: {
    zh: '工作簿解开后有 {megabytes} MB，上限为 {limit} MB：请只把报表所在的工作表另存为新的 .xlsx，删去空行空列后重报',
    en: 'the workbook unpacks to {megabytes} MB, the limit is {limit} MB: save only the sheet with the table as a new .xlsx without blank rows and columns and send it again',
  },
  unpacks_out_of_ratio: {
    zh: '工作簿解开后是原来的 {ratio} 倍，上限为 {limit} 倍：请只把报表所在的工作表另存为新的 .xlsx，删去空行空列后重报',
    en: 'the workbook unpacks to {ratio} times its size, the limit is {limit}: save only the sheet with the table as a new .xlsx without blank rows and columns and send it again',
  },
  too_many_sheets: {
    zh: '工作簿有 {count} 张工作表，上限为 {limit}：请只把报表所在的工作表另存为新的 .xlsx 后重报',
    en: 'the workbook has {count} sheets, the limit is {limit}: save only the sheet with the table as a new .xlsx and send it again',
  },
  too_many_cells: {
    zh: '文件中有内容的单元格超过 {limit} 个：请按地区分成几个文件后重报',
    en: 'more than {limit} cells of the file are filled: split it into several files by region and send them again',
  },
  too_many_columns: {
    zh: '{where} 还有内容，超出了 {limit} 列的上限：请删去报表右侧多余的内容后重报',
    en: 'there is something as far out as {where}, beyond the limit of {limit} columns: delete what stands to the right of the table and send it again',
  },
  too_many_merges: {
    zh: '工作表“{sheet}”有 {limit} 个以上的合并单元格：请取消表内的合并，另存为 .xlsx 后重报',
    en: 'sheet "{sheet}" has more than {limit} merged ranges: unmerge the cells of the table, save as .xlsx and send it again',
  },
  too_many_texts: {
    zh: '工作簿有 {limit} 个以上不同的文字：请按地区分成几个文件后重报',
    en: 'the workbook holds more than {limit} different texts: split it into several files by region and send them again',
  },
  too_complex_workbook: {
    zh: '工作簿太复杂，{seconds} 秒内或在限定的内存内读不完：请只把报表所在的工作表另存为新的 .xlsx 后重报',
    en: 'the workbook is too complex to be read within {seconds} seconds and the memory allowed: save only the sheet with the table as a new .xlsx and send it again',
  },
} satisfies Record<string, Text>
