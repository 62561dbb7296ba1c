#!/usr/bin/env node
// The sources run as they are: one truth, no stale build. The loader is a dependency, so nothing is fetched.
import { register } from 'tsx/esm/api'

register()
await import('../src/cli/main.ts')
