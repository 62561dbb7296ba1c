import { z } from 'zod'

/** The languages that every word shown to a person exists in; Chinese first. */
export const Lang = z.enum(['zh', 'en'])
export type Lang = z.infer<typeof Lang>

/** One sentence or name in both languages. */
export const Text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
export type Text = z.infer<typeof Text>

/** Both languages with `{name}` replaced by the value of that name; a name without a value stays as it is, so it is seen. */
export function fill(text: Text, values: Readonly<Record<string, string | number>>): Text {
  const replace = (template: string) =>
    template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
  return { zh: replace(text.zh), en: replace(text.en) }
}
