import { mkdtemp } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { jiceng, serving } from './jiceng.js'

let server: Awaited<ReturnType<typeof serving>>
beforeAll(async () => {
  server = await serving(inject('home'))
})
afterAll(() => server.stop())

/** Asks for a path exactly as it is written: no client tidies it up first. */
function ask(path: string): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(server.address)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path }, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => {
        body += chunk.toString()
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

test('serves on this machine only, pages with and without their ending', async () => {
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  for (const path of ['/', '/coverage', '/coverage.html', '/coverage?region=990326'])
    expect((await ask(path)).status, path).toBe(200)
})

test('gives nothing outside the site, says so in words, and survives what no browser would send', async () => {
  for (const path of [
    '/../manifest.json',
    '/%2e%2e/warehouse.duckdb',
    '/..%2f..%2f..%2freference/regions.csv',
    '//',
    '//elsewhere.example/',
    '/%E0%A4%A',
    '/regions',
    '/nowhere',
  ]) {
    const { status, body } = await ask(path)
    expect([200, 301, 400, 403, 404], path).toContain(status)
    if (status === 200) expect(body, path).toContain('<!DOCTYPE html>')
    else expect(body, path).not.toContain('region_code')
  }
  expect((await ask('/nowhere')).body).toBe('没有这一页：/nowhere')
  expect((await ask('/')).status).toBe(200)
})

test('a taken port and a home without a release are told with the way out', async () => {
  const { port } = new URL(server.address)
  const taken = await jiceng('serve', '--home', inject('home'), '--port', port)
  expect([taken.code, taken.stderr]).toEqual([2, `端口 ${port} 已被占用，请用 --port 换一个\n`])
  const empty = await jiceng('serve', '--home', await mkdtemp(join(tmpdir(), 'jiceng-empty-')))
  expect(empty.code).toBe(2)
  expect(empty.stderr).toContain('jiceng refresh')
})
