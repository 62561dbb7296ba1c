import type { Brief } from '../domain/brief.js'
import type { Lang } from '../domain/text.js'
import { openPage } from './browser.js'
import { picturePage } from './paper.js'

/** A chart as a picture: its size in CSS pixels, and PNG bytes of three times as many. */
export interface Picture {
  width: number
  height: number
  png: Uint8Array
}

/** The charts of a bulletin by indicator, drawn by the site's own component in a browser. */
export function briefPictures(brief: Brief, lang: Lang, browser: string): Promise<Map<string, Picture>> {
  return picturePage(brief, lang, 3).then((html) =>
    openPage(
      browser,
      html,
      () => ['--dump-dom'],
      async (_, page) => {
        const [, found] = /id="pictures">(.+?)<\/script>/s.exec(page) ?? []
        if (!found) throw new Error('the browser drew no charts')
        const pictures = JSON.parse(found) as Record<string, { width: number; height: number; png: string }>
        return new Map(
          Object.entries(pictures).map(([id, { width, height, png }]) => {
            const [, base64 = ''] = png.split(',')
            return [id, { width, height, png: Buffer.from(base64, 'base64') }] as const
          }),
        )
      },
    ),
  )
}
