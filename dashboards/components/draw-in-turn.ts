/** A part of a page that can draw itself anew. */
export interface Part {
  element: Element
  draw(): void
}

/**
 * A function that draws the parts in sight at once and the others one after the other, letting the browser show each: a choice is answered by
 * what the reader sees, however long the page. A newer call ends an older one, whose rest it draws too.
 */
export function inTurn(parts: readonly Part[]): () => void {
  let turn = 0
  return () => {
    turn += 1
    const own = turn
    const waiting: Part[] = []
    for (const part of parts)
      if (isInSight(part.element)) part.draw()
      else waiting.push(part)
    const next = () => {
      const part = own === turn ? waiting.shift() : undefined
      if (!part) return
      part.draw()
      setTimeout(next)
    }
    if (waiting.length > 0) setTimeout(next)
  }
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top <= window.innerHeight && bottom >= 0
}
