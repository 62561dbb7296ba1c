// Builds the site from page data: `build-site.ts PAGE-DATA OUT`. Prints how many pages there are.
import { buildSite } from '../../src/refresh/site.js'

const [pageData = '', out = ''] = process.argv.slice(2)
const weights = await buildSite({ pageData, out, work: `${out}-work` })
console.log(weights.length)
