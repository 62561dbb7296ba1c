import type { Text } from '../../domain/text.js'

/** Sentences about text files that cannot be read as they are. */
export const textFileMessages = {
  damaged_text: {
    zh: '第 {row} 行有损坏的文字，可能转换或传输时出了错：请从原表重新另存为“CSV UTF-8”或 .xlsx 后重报',
    en: 'the text on line {row} is damaged, perhaps by a conversion: save the original table again as "CSV UTF-8" or .xlsx and send it again',
  },
  not_text: {
    zh: '文件名是 {extension}，内容却不是文字（含有零字节）：请用表格软件打开原表，另存为“CSV UTF-8”或 .xlsx 后重报',
    en: 'the file is called {extension} but does not hold text (it contains zero bytes): open the original table, save it as "CSV UTF-8" or .xlsx and send it again',
  },
  too_many_rows: {
    zh: '文件超过 {limit} 行：请删去空行，或按地区分成几个文件后重报',
    en: 'the file has more than {limit} lines: remove the blank ones, or split it into several files by region and send them again',
  },
  line_too_long: {
    zh: '第 {row} 行超过 {limit} 个字，不是一行数据：请检查引号和换行，或另存为 .xlsx 后重报',
    en: 'line {row} has more than {limit} characters, which is no row of data: check its quotation marks and line breaks, or save as .xlsx and send it again',
  },
} satisfies Record<string, Text>
