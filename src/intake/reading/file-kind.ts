import type { Text } from '../../domain/text.js'

/** Kinds of files that arrive under a workbook's name, by their first bytes. */
const kinds: readonly (readonly [signature: string | readonly number[], kind: Text])[] = [
  ['%PDF', { zh: ' PDF 文件', en: 'a PDF file' }],
  [[0x89, 0x50, 0x4e, 0x47], { zh: '图片', en: 'a picture' }],
  [[0xff, 0xd8, 0xff], { zh: '图片', en: 'a picture' }],
  ['GIF8', { zh: '图片', en: 'a picture' }],
  ['Rar!', { zh: '压缩包', en: 'an archive' }],
  [[0x37, 0x7a, 0xbc, 0xaf], { zh: '压缩包', en: 'an archive' }],
  [[0x1f, 0x8b], { zh: '压缩包', en: 'an archive' }],
  ['{\\rtf', { zh: '文字文档', en: 'a text document' }],
]

/** What a file is that is neither a zip file nor text, or null when that is not known. */
export function kindBySignature(bytes: Buffer): Text | null {
  return kinds.find(([signature]) => bytes.indexOf(Buffer.from(signature as string)) === 0)?.[1] ?? null
}

/** What a zip file without a workbook is, by the names of its parts. */
export function kindByParts(names: readonly string[]): Text {
  const has = (start: string) => names.some((name) => name.startsWith(start))
  if (has('word/')) return { zh: ' Word 文档', en: 'a Word document' }
  if (has('ppt/')) return { zh: '演示文稿', en: 'a presentation' }
  if (has('content.xml')) return { zh: '另一种格式的文档', en: 'a document of another format' }
  return { zh: '压缩包', en: 'an archive' }
}

/** What an old Office container (OLE) holds: the names of its streams stand in it as UTF-16. Null when none of them is known. */
export function kindOfContainer(bytes: Buffer): 'encrypted' | 'workbook' | Text | null {
  const has = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'))
  if (has('EncryptedPackage')) return 'encrypted'
  if (has('Workbook') || has('Book')) return 'workbook'
  if (has('WordDocument')) return { zh: ' Word 文档', en: 'a Word document' }
  return has('PowerPoint Document') ? { zh: '演示文稿', en: 'a presentation' } : null
}

/** True for a page that a system exports under a workbook's name, also in the XML that Excel 2003 wrote. */
export function isWebPage(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 1024).replace(/\0/g, '')
  return /^[^<]{0,4}\s*<(!doctype html|html|head|meta|table|\?xml|!--)/i.test(start)
}
