import { downloads } from '../messages/downloads.js'
import type { Params } from '../messages.js'
import type { FileView } from '../tools.js'

/** The words of files: loaded with what makes them, for most readers never take one. */
export function say(view: FileView, key: keyof typeof downloads, params?: Params): string {
  return view.fill(key, downloads[key][view.lang === 'zh' ? 0 : 1], params)
}
