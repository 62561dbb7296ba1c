/** `htl` ships no types: a template literal in, a node out. */
declare module 'htl' {
  interface Template<Result> {
    (strings: TemplateStringsArray, ...values: unknown[]): Result
    fragment(strings: TemplateStringsArray, ...values: unknown[]): DocumentFragment
  }
  export const html: Template<HTMLElement>
  export const svg: Template<SVGElement>
}
