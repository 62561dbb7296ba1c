/** What the search box says, and the names of the pages, in the language of the page: written into its HTML, so that its script has no catalog. */
export interface SearchWords {
  lang: 'zh' | 'en'
  count: string
  none: string
  more: string
  failed: string
  /** What a region's level, an indicator and a page are called. */
  kinds: Record<string, string>
  /** Names of the pages by their path without the first slash. */
  pages: Record<string, string>
  separator: string
}
