/** Names as text, from their bytes. The same few come a million times: up to three letters are looked up, not decoded. */
export class ShortNames {
  private readonly known = new Map<number, string>()

  constructor(private readonly bytes: Buffer) {}

  /** The name between two positions. */
  at(from: number, to: number): string {
    if (to - from > 3) return this.bytes.toString('latin1', from, to)
    let key = to - from
    for (let at = from; at < to; at += 1) key = key * 256 + (this.bytes[at] as number)
    let name = this.known.get(key)
    if (name === undefined) {
      name = this.bytes.toString('latin1', from, to)
      this.known.set(key, name)
    }
    return name
  }
}
