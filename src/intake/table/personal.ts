import { tight } from '../plain-text.js'

const headings =
  /姓名|身份证|公民身份|手机号|联系电话|联系方式|联系人|电话号码|出生(年月|日期)|家庭住址|银行(卡|账)号|微信号|^(性别|民族|手机|电话|办公电话|住址|负责人|填报人|填表人|经办人|审核人)$/
/** Eleven digits that are no part of a longer number or a decimal; a full stop or an extension may follow. */
const mobile = /(?<!\d|\d\.)(\+?86)?1[3-9]\d{9}(?!\d|\.\d)/g
const identity = /(?<!\d)[1-9]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g

/** A digit, or a sign that stands for digits. */
const digitLike = /[\p{N}\u3200-\u33ff\u{1f100}-\u{1f1ff}]/gu

/** True for a heading over particulars of persons: no return asks for them. */
export function isPersonalHeading(text: string): boolean {
  return headings.test(tight(text))
}

/** Which kind of personal number a cell shows, if any. */
export function personalNumberIn(text: string): 'identity' | 'mobile' | null {
  // Eleven digits at least, and not the number of a web page: almost no cell gets past this line.
  if (text.length < 11 || /^https?:/.test(text)) return null
  // No sign stands for more than two digits (⑩), so it takes six of them; evening out a sentence costs more than all else about it.
  if ((text.match(digitLike)?.length ?? 0) < 6) return null
  const compact = tight(text).replace(/(?<=\d)-(?=\d)/g, '')
  if (compact.search(identity) >= 0) return 'identity'
  return compact.search(mobile) >= 0 ? 'mobile' : null
}

/** The text with `***` for every personal number; the whole text when one is spread over separators. */
export function withoutPersonalNumbers(text: string): string {
  if (personalNumberIn(text) === null) return text
  const masked = text.replace(identity, '***').replace(mobile, '***')
  return personalNumberIn(masked) === null ? masked : '***'
}
