import type { FileView } from '../tools.js'
import { say } from './say.js'
import type { Given } from './take-away.js'

/** What a file says of itself, line by line: what it shows, how it is worked out, where it comes from, and what was picked. */
export function aboutOf(
  { subject, title, unit, notes = [], sources = [], filters }: Given,
  view: FileView,
): string[][] {
  const { indicator, whole } = subject
  const source = indicator ?? (whole && view.indicator(whole.indicator_id))
  const lines: [head: string, words: string | null | undefined | false][] = [
    [say(view, 'about.finding'), title],
    [view.say('head.indicator'), indicator && view.pick(indicator.name)],
    [say(view, 'about.meaning'), indicator && view.pick(indicator.meaning)],
    [view.say('head.numerator'), indicator && view.pick(indicator.numerator)],
    [view.say('head.denominator'), indicator && view.pick(indicator.denominator)],
    [say(view, 'about.formula'), indicator?.unit === 'pct' && say(view, 'about.formula_pct')],
    [view.say('head.unit'), indicator ? view.say(`axis.${indicator.unit}`) : unit],
    [view.say('head.period'), view.sayPeriod(view.lang, subject.period)],
    [say(view, 'about.release'), view.site.release],
    [say(view, 'about.as_of'), view.sayDay(view.lang, view.site.as_of)],
    [say(view, 'about.returned'), view.sayReturned(view, subject)],
    [view.say('returned.provisional'), view.sayProvisional(view, subject)],
    [view.say('head.return'), source && view.pick(source.return_title)],
    [say(view, 'about.publisher'), say(view, 'about.publisher_words', { city: view.site.city.region_name })],
    ...notes.map((note): [string, string] => [say(view, 'about.notes'), note]),
    ...sources.map((words): [string, string] => [say(view, 'about.other_sources'), words]),
    [say(view, 'about.filters'), filters || say(view, 'about.no_filters')],
    [say(view, 'about.address'), location.href],
    [say(view, 'about.sample'), view.site.sample && view.say('site.ribbon')],
  ]
  return lines.flatMap(([head, words]) => (words ? [[head, words]] : []))
}

/** The name of a file without its ending: indicator, kind and period, in the page's language. */
export function fileName({ subject, title }: Given, view: FileView): string {
  const { indicator, kind, period } = subject
  const parts = [
    indicator ? view.pick(indicator.name) : kind === 'alerts' ? title : null,
    say(view, `kind.${kind}`),
    view.sayPeriod(view.lang, period),
  ]
  // What no file system takes in a name.
  return parts
    .filter(Boolean)
    .join('-')
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .trim()
}
