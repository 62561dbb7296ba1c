import { z } from 'zod'

/** The languages that every word shown to a person exists in; Chinese first. */
export const Lang = z.enum(['zh', 'en'])
export type Lang = z.infer<typeof Lang>

/** One sentence or name in both languages. */
export const Text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
export type Text = z.infer<typeof Text>

/**
 * Both languages with `{name}` replaced by the value of that name, a value in both by its own; a name without a value stays as it
 * is, so it is seen.
 */
export function fill(text: Text, values: Readonly<Record<string, string | number | Text>>): Text {
  const replace = (lang: Lang) =>
    text[lang].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name]
      return value === undefined ? whole : typeof value === 'object' ? value[lang] : String(value)
    })
  return { zh: replace('zh'), en: replace('en') }
}

/** Texts put after one another, with something between them. */
export function joined(texts: readonly Text[], between: Text = { zh: '、', en: ', ' }): Text {
  return {
    zh: texts.map(({ zh }) => zh).join(between.zh),
    en: texts.map(({ en }) => en).join(between.en),
  }
}
