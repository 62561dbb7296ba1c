import type { Text } from '../../domain/text.js'

/** Sentences about what a file as a whole may be refused for, before anything in it is understood. */
export const fileMessages = {
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
} satisfies Record<string, Text>
