import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { Warehouse } from '../../src/warehouse/warehouse.js'
import { launch } from './browser.js'
import { serving } from './jiceng.js'

/** The sample city's published site, with a browser to open it in and the warehouse that it was made from. */
export interface SampleSite {
  browser: Browser
  /** With a slash at its end. */
  address: string
  /** Read only. */
  warehouse: Warehouse
}

/** Serves the site from before the first test of a file until after its last; what it gives is filled by then. */
export function sampleSite(): SampleSite {
  const site = {} as SampleSite
  let stop: () => void
  beforeAll(async () => {
    const server = await serving(inject('home'))
    const path = join(inject('home'), 'releases', 'current', 'warehouse.duckdb')
    stop = server.stop
    site.browser = await launch()
    site.address = server.address
    site.warehouse = await Warehouse.open(path, { readOnly: true })
  })
  afterAll(async () => {
    await site.warehouse.close()
    stop()
    await site.browser.close()
  })
  return site
}
