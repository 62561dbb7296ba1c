/** Characters that a file's name may have here: many file systems stop at 255 bytes, and a Chinese character takes three. */
const longest = 80

/**
 * The last part of a file's name, fit to be used in a name of our own: no folder in front, also not as Windows writes it, nothing
 * that a terminal or a file system acts on, and not too long. `../../x.csv` is `x.csv`, `C:\账\x.csv` is `x.csv`.
 */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}<>:"|?*]/gu, '_').replace(/^[. ]+|[. ]+$/g, '')
  const extension = /\.[\p{L}\d]{1,8}$/u.exec(plain)?.[0] ?? ''
  const stem = [...plain.slice(0, plain.length - extension.length)].slice(0, longest).join('')
  return stem + extension || '_'
}

/** The extension under which a file is kept: letters and digits, or none. */
export function safeExtension(name: string): string {
  return /\.[\p{L}\d]{1,16}$/u.exec(name)?.[0].toLowerCase() ?? ''
}
