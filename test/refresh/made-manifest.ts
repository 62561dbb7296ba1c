import { type Manifest, partsOf } from '../../src/refresh/release.js'

/** The manifest of a release without files, made of nothing. */
export function madeManifest(release: string, but: Partial<Manifest> = {}): Manifest {
  return {
    release,
    period: partsOf(release).period,
    as_of: '2026-11-09',
    look_back: false,
    site: false,
    inputs: { submissions: [], reference: {}, code: '0'.repeat(64), previous: null },
    outputs: {},
    ...but,
  }
}
