/** A file's name without folders. The stem is masked alone: digits right before a point may be read as a decimal number. */
export function shownName(path: string, mask: (text: string) => string): string {
  const [, stem = '', extension = ''] = /([^\\/]*?)(\.[^.\\/]*)?$/.exec(path) ?? []
  return mask(stem) + extension
}
