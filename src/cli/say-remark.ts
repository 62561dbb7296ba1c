import type { CellValue } from '../domain/column.js'
import type { OriginRemark } from '../domain/figure-origin.js'
import type { Lang } from '../domain/text.js'
import type { FileNumbers } from './origin-files.js'

/** A figure as it stands in a return; null is a blank. */
export function sayCellValue(value: CellValue, lang: Lang): string {
  if (value === null) return lang === 'zh' ? '空' : 'blank'
  return typeof value === 'number' ? value.toLocaleString('en-US', { maximumFractionDigits: 4 }) : value
}

/** What was done with a figure or said about it, as a line; null for what is said elsewhere, or says nothing new about `value`. */
export function sayRemark(remark: OriginRemark, value: CellValue, files: FileNumbers, lang: Lang): string | null {
  const isZh = lang === 'zh'
  switch (remark.kind) {
    case 'converted': {
      const factor = sayCellValue(remark.factor, lang)
      return isZh
        ? `表上以${remark.stated}填报，乘以 ${factor} 折合${remark.unit}`
        : `written in ${remark.stated}, times ${factor} is ${remark.unit}`
    }
    case 'formulas':
      return null
    case 'nothing': {
      const words = {
        withheld: { zh: '表上写明不公开', en: 'said to be withheld' },
        not_applicable: { zh: '表上写明无此项', en: 'said not to apply' },
      }
      return words[remark.nothing][lang]
    }
    case 'finding': {
      const { explanation } = remark
      const why = isZh ? `（情况说明：${explanation}）` : ` (explained: ${explanation})`
      return `${isZh ? '提醒：' : 'warning: '}${remark.message[lang]}${explanation === null ? '' : why}`
    }
    case 'earlier': {
      if (remark.value === value) return null
      const where = files.place(remark.submission_id, remark.sheet, remark.cell ?? '—')
      const before = sayCellValue(remark.value, lang)
      return isZh ? `更早的文件报的是 ${before}：${where}` : `an earlier file said ${before}: ${where}`
    }
    case 'corrected': {
      const { line, action, found, put, decided_on, decided_by, reason } = remark
      const change = {
        drop: { zh: `剔除，原为 ${found ?? '—'}`, en: `left out, was ${found ?? '—'}` },
        override: { zh: `由 ${found ?? '—'} 改为 ${put ?? '—'}`, en: `${found ?? '—'} to ${put ?? '—'}` },
        scale: { zh: `由 ${found ?? '—'} 换算为 ${put ?? '—'}`, en: `${found ?? '—'} to ${put ?? '—'}, another unit` },
        flag: { zh: '只作标注，没有改动', en: 'only pointed out, unchanged' },
      }[action]
      return isZh
        ? `更正清单第 ${line} 行：${change.zh}；${decided_on} ${decided_by}决定，${reason}`
        : `declared correction, line ${line}: ${change.en}; by ${decided_by} on ${decided_on}, ${reason}`
    }
  }
}
