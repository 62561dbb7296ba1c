const reading = new WeakMap<() => Promise<unknown>, Promise<unknown>>()

/** What a function reads, read once however often it is asked for; after a failure the next one who asks tries again. */
export function readOnce<Data>(read: () => Promise<Data>): Promise<Data> {
  const known = reading.get(read) as Promise<Data> | undefined
  if (known) return known
  const wanted = read()
  reading.set(read, wanted)
  wanted.catch(() => reading.delete(read))
  return wanted
}
