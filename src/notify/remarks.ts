import type { ReleaseNamed } from '../domain/news.js'
import type { Text } from '../domain/text.js'

/** What has to be said of a fictional city wherever it is spoken of. */
export function fictionalRemark({ fictional }: ReleaseNamed): Text[] {
  if (!fictional) return []
  return [{ zh: '示例数据：城市和数字均为虚构。', en: 'Sample data: the city and its figures are fictional.' }]
}
