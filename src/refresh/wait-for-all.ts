/** What all of these give. When one fails the others are waited for all the same, so that nothing goes on behind a failure. */
export async function waitForAll<const Values extends readonly unknown[]>(
  work: {
    [At in keyof Values]: Values[At] | Promise<Values[At]>
  },
): Promise<Values> {
  const settled = await Promise.allSettled(work)
  const failed = settled.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  return settled.map((one) => (one.status === 'fulfilled' ? one.value : null)) as unknown as Values
}
