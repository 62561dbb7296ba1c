import type { Text } from '../../domain/text.js'

/** Sentences about files that are too large to be read whole. */
export const bulkMessages = {
  more_findings: {
    zh: '逐条列出的只有前 {listed} 处，另有 {count} 行也有问题：多半是同一个原因，请先改正已列出的，再重报',
    en: 'only the first {listed} findings are listed, and {count} more rows have some; most will have the same cause: correct what is listed and send it again',
  },
  long_record: {
    zh: '第 {row} 行起的一条记录超过 1 MB，不像表格：多半是引号没有配对，或整个文件没有分行。请检查后重报',
    en: 'the record that begins on line {row} has more than 1 MB, which no table has: a quotation mark is not closed, or there are no line breaks. Check it and send it again',
  },
  large_text: {
    zh: '文件有 {megabytes} MB，超过 {limit} MB 的上限：请按省或市分成几个文件报送',
    en: 'the file has {megabytes} MB, more than the {limit} MB allowed: send it in several files, by province or city',
  },
  large_without_codes: {
    zh: '文件有 {megabytes} MB，只有每行都写明行政区划代码的表才能这样大：请补上“行政区划代码”一列，或按县分开报送',
    en: 'the file has {megabytes} MB, and only a table with a region code in every row may be as large: add that column, or send it by county',
  },
  large_unclear: {
    zh: '文件有 {megabytes} MB，其中超过 {limit} 行的代码不在地区表中，或不像数据行：请对照地区表改正，或按县分开报送',
    en: 'the file has {megabytes} MB, and more than {limit} of its rows have a code that is not in the list of regions, or do not look like data: correct them, or send it by county',
  },
} satisfies Record<string, Text>
