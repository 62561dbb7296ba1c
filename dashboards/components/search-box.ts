/**
 * The script of the search box in the head of every page, and all that a page loads of it: the list and its index come when the box is first
 * used. The box itself is in the page's HTML.
 */
const input = document.querySelector<HTMLInputElement>('.search input')

if (input) {
  let isWanted = false
  const open = async () => {
    if (isWanted) return
    isWanted = true
    const { searchList } = await import('./search-list.js')
    isWanted = await searchList(input)
  }
  input.addEventListener('focus', open)
  if (document.activeElement === input) void open()
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    event.preventDefault()
    input.focus()
    input.select()
  })
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
}
