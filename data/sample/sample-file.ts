/** A file of the sample: its path below the installation's home, and when it came (ISO, UTC; null for reference tables). */
export interface SampleFile {
  path: string
  bytes: Uint8Array
  received_at: string | null
}

/** Text as UTF-8 without a byte order mark. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
