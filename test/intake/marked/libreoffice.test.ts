import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takeIn } from '../../../src/intake/take-in.js'
import { cell, commentsOf, context, copyOf, fillOf, read, sheetOf, textFile } from './copies.js'
import { coverageForm, stipendText } from './returns.js'

const office = ['soffice', 'libreoffice'].find((name) => {
  try {
    return execFileSync(name, ['--version'], { stdio: 'pipe' }).length > 0
  } catch {
    return false
  }
})

/** What people open the copy in: a spreadsheet program, not the library that wrote it. */
describe.skipIf(office === undefined)('LibreOffice', () => {
  let folder = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jiceng-office-'))
    const form = await copyOf({ name: '东城区2026年10月.xlsx', bytes: await coverageForm() })
    const text = await copyOf(textFile('东城区2026年10月.csv', stipendText))
    writeFileSync(join(folder, 'form.xlsx'), form.bytes)
    writeFileSync(join(folder, 'text.xlsx'), text.bytes)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    for (const format of ['xlsx', 'pdf']) {
      const files = ['form.xlsx', 'text.xlsx'].map((name) => join(folder, name))
      const args = [profile, '--headless', '--convert-to', format, '--outdir', join(folder, 'out'), ...files]
      execFileSync(office ?? '', args, { stdio: 'pipe', timeout: 120_000 })
    }
  }, 240_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const saved = (name: string) => readFileSync(join(folder, 'out', name))

  test('opens a marked workbook, and saves it with every comment, colour and link in place', async () => {
    const workbook = await read(saved('form.xlsx'))
    const sheet = sheetOf(workbook, '覆盖情况')
    const comments = commentsOf(sheet)
    expect(Object.keys(comments).sort()).toEqual(['D8', 'E7', 'H10', 'K10'])
    expect(comments.E7).toMatch(/^【须改正】“约50”.*（E7）/)
    expect([fillOf(sheet, 'E7'), fillOf(sheet, 'K10')]).toEqual(['FFC7CE', 'FFE699'])
    expect(cell(sheetOf(workbook, '退回说明'), 'C9')?.hyperlink?.location).toMatch(/覆盖情况'?[.!]\$?E\$?7$/)
  })

  test('and a text file that became one', async () => {
    const workbook = await read(saved('text.xlsx'))
    expect(Object.keys(commentsOf(sheetOf(workbook, '报表'))).sort()).toEqual(['B7', 'C4'])
    expect(cell(sheetOf(workbook, '报表'), 'I7')?.formula).toBeUndefined()
  })

  test.each(['form', 'text'])('what it saves of %s is taken in as if we had written it', async (name) => {
    const own = await takeIn(
      { name: '东城区2026年10月-退回.xlsx', bytes: readFileSync(join(folder, `${name}.xlsx`)) },
      context,
    )
    const theirs = await takeIn({ name: '东城区2026年10月-退回.xlsx', bytes: saved(`${name}.xlsx`) }, context)
    expect(theirs).toEqual(own)
  })

  test('prints the index and the form on a page each', () => {
    const pages = saved('form.pdf')
      .toString('latin1')
      .match(/\/Type\s*\/Page\b(?!s)/g)
    expect(pages).toHaveLength(2)
  })
})
