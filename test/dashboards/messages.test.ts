import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { downloads } from '../../dashboards/components/messages/downloads.js'
import { fill, isMessageKey, messageKeys, t } from '../../dashboards/components/messages.js'

const root = join(import.meta.dirname, '..', '..', 'dashboards')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(md|ts)$/.test(path) && !path.startsWith('data') && !path.startsWith('.observablehq'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
const others = sources.filter(({ path }) => !/messages(\.ts|\/)/.test(path))
const placesOf = (key: (typeof messageKeys)[number], lang: 'zh' | 'en') => {
  const names = new Set<string>()
  t(lang, key, new Proxy({}, { get: (_, name) => names.add(String(name)) && 'x' }))
  return names
}

test.each(messageKeys)('%s is there in both languages, with no other places in English than in Chinese', (key) => {
  const [zh, en] = [placesOf(key, 'zh'), placesOf(key, 'en')]
  expect([...en].filter((name) => !zh.has(name))).toEqual([])
  if (!key.startsWith('unit.'))
    expect(t('en', key, Object.fromEntries([...en].map((name) => [name, 'x'])))).not.toBe('')
})

test('every key that a page or component names is in the catalog', () => {
  const named = others.flatMap(({ path, text }) => [
    ...[...text.matchAll(/\bsay\(\s*'([\w.]+)'/g)].map(([, key = '']) => ({ path, key })),
    ...[...text.matchAll(/\{\{([\w.]+)\}\}/g)].map(([, key = '']) => ({ path, key })),
  ])
  expect(named.filter(({ key }) => key !== 'lang' && !isMessageKey(key))).toEqual([])
})

test('every message is used', () => {
  const config = readFileSync(join(root, '..', 'observablehq.config.ts'), 'utf8')
  const text = [config, ...others.map((source) => source.text)].join('\n')
  const prefixes = [...text.matchAll(/`([\w.]+\.)\$\{/g)].map(([, prefix = '']) => prefix)
  const pages = ['coverage.title', 'income.title', 'stipend.title']
  const unused = messageKeys.filter(
    (key) =>
      !text.includes(`'${key}'`) &&
      !text.includes(`{{${key}}}`) &&
      !pages.includes(key) &&
      !prefixes.some((prefix) => key.startsWith(prefix)),
  )
  expect(unused).toEqual([])
})

describe('words stand in the catalog only', () => {
  test.each(others)('$path has no Chinese but in comments', ({ text }) => {
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    expect(code.match(/[\u2e80-\u9fff\uff00-\uffef]+/gu) ?? []).toEqual([])
  })

  test.each(others.filter(({ path }) => path.endsWith('.ts')))('$path has no English between tags', ({ text }) => {
    expect([...text.matchAll(/>([^<>{}`$=;()]*[A-Za-z]{2,}[^<>{}`$=;()]*)<\//g)].map(([, words]) => words)).toEqual([])
  })

  test.each(others.filter(({ path }) => path.endsWith('.md')))('$path has no words of its own', ({ text }) => {
    const prose = text
      .replace(/```[\s\S]*?```/g, '')
      .replace(/\{\{[\w.]+\}\}/g, '')
      .replace(/<[^>]+>/g, '')
    expect(prose.match(/\p{L}+/gu) ?? []).toEqual([])
  })
})

test('words of files are in both languages with the same places, and all are used', () => {
  const text = others.map((source) => source.text).join('\n')
  const prefixes = [...text.matchAll(/`([\w.]+\.)\$\{/g)].map(([, prefix = '']) => prefix)
  const places = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()
  for (const [key, [zh, en]] of Object.entries(downloads)) {
    expect(places(en), key).toEqual(places(zh))
    expect(fill(key, zh.replace(/\{\w+\}/g, 'x')), key).not.toBe('')
    expect(text.includes(`'${key}'`) || prefixes.some((prefix) => key.startsWith(prefix)), key).toBe(true)
  }
})

test('a place without a value is a mistake', () => {
  expect(() => t('zh', 'figure.period')).toThrow('figure.period needs a value for {period}')
})
