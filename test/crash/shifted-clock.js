// Loaded with `--import`: the clock of this process and of those that it starts is CLOCK_SHIFT days ahead, or behind.
const shift = Number(process.env.CLOCK_SHIFT) * 86_400_000
const TrueDate = Date
globalThis.Date = class extends TrueDate {
  constructor(...args) {
    if (args.length === 0) super(TrueDate.now() + shift)
    else super(...args)
  }
  static now() {
    return TrueDate.now() + shift
  }
}
