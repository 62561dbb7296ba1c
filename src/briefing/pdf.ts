import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Brief } from '../domain/brief.js'
import type { Lang } from '../domain/text.js'
import { openPage } from './browser.js'
import { paperPage } from './paper.js'

/** The bulletin as PDF: the site's page printed by a browser, dated with the day of the release. */
export async function briefPdf(brief: Brief, lang: Lang, browser: string): Promise<Buffer> {
  const name = 'brief.pdf'
  const flags = (folder: string) => ['--no-pdf-header-footer', `--print-to-pdf=${join(folder, name)}`]
  const pdf = await openPage(browser, await paperPage(brief, lang), flags, (folder) => readFile(join(folder, name)))
  return dated(pdf, brief.as_of)
}

/** Puts a day where the browser wrote the time at which it ran: as many digits, so nothing moves. */
function dated(pdf: Buffer, day: string): Buffer {
  const text = pdf.toString('latin1')
  const digits = `${day.replaceAll('-', '')}000000`
  return Buffer.from(text.replace(/(\/(?:CreationDate|ModDate) \(D:)\d{14}/g, `$1${digits}`), 'latin1')
}
