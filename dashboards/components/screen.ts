import { html } from 'htl'
import type { MapData } from '../../src/domain/map-data.js'
import type { OverviewData } from '../../src/domain/page-data.js'
import { chosenInAddress } from './address.js'
import { type Look, watchReleases } from './new-release.js'
import { sayDay } from './period.js'
import { slidesOf } from './slides.js'
import type { View } from './view.js'

/** How long a part stays when the address does not say it, `?screen=30`, and what it may say. */
const usual = 20
const [shortest, longest] = [5, 600]

/**
 * The overview on a wall: a part at a time, the next by itself. Space pauses, arrows move, Escape leaves. It loads itself anew when there is
 * another release, and goes on with what it has while the site does not answer.
 */
export function screen(data: OverviewData, map: MapData, view: View): HTMLElement {
  const slides = slidesOf(data, map, view)
  const stage = html`<div class="stage"></div>`
  const notice = html`<p class="screen-notice" role="status"></p>`
  const title = html`<p class="screen-title"></p>`
  const dots = slides.map((slide, index) => {
    const dot = button('', () => show(index))
    dot.setAttribute('aria-label', view.say('screen.page', { number: index + 1, title: slide.title }))
    return dot
  })
  const pause = button('', () => setPaused(!isPaused))
  const page = html`<div class="screen-parts">
    ${stage}
    <div class="screen-foot">
      <nav aria-label=${view.say('screen.pages')}><ul class="dots">${dots.map((dot) => html`<li>${dot}</li>`)}</ul></nav>
      ${title} ${notice}
      <span class="screen-keys">${view.say('screen.keys')}</span>
      ${pause}
      ${button(view.say('screen.full'), () => document.documentElement.requestFullscreen())}
      ${button(view.say('screen.leave'), leave)}
    </div>
  </div>`
  let at = 0
  let isPaused = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let silentSince: string | null = null
  const ended = new AbortController()

  function show(index: number): void {
    at = (index + slides.length) % slides.length
    const slide = slides[at]
    if (!slide) return
    const drawn = slide.draw()
    drawn.prepend(html`<h2 class="unseen">${slide.title}</h2>`)
    stage.replaceChildren(drawn)
    title.textContent = slide.title
    for (const [other, dot] of dots.entries()) dot.setAttribute('aria-current', String(other === at))
    shrink(stage)
    wait()
  }
  function wait(): void {
    clearTimeout(timer)
    if (!isPaused) timer = setTimeout(next, secondsOf(chosenInAddress('screen')) * 1000)
  }
  /** Goes on, unless somebody is reading with the keyboard; ends when the page was drawn anew, as at another width. */
  function next(): void {
    if (!page.isConnected) ended.abort()
    else if (stage.contains(document.activeElement)) wait()
    else show(at + 1)
  }
  function setPaused(paused: boolean): void {
    isPaused = paused
    pause.textContent = view.say(paused ? 'screen.go' : 'screen.pause')
    wait()
  }
  function leave(): void {
    location.href = view.root
  }
  function press(event: KeyboardEvent): void {
    if (!page.isConnected) {
      ended.abort()
      return
    }
    // A button that has the focus takes the space bar itself.
    const isOnButton = event.target instanceof HTMLButtonElement
    if (event.key === ' ' && !isOnButton) setPaused(!isPaused)
    else if (event.key === 'ArrowRight') show(at + 1)
    else if (event.key === 'ArrowLeft') show(at - 1)
    else if (event.key === 'Escape') leave()
    else return
    event.preventDefault()
  }

  function sayWhenSilent(look: Look): void {
    const now = new Date().toLocaleTimeString(view.lang, { hour: '2-digit', minute: '2-digit' })
    silentSince = look === 'silent' ? (silentSince ?? now) : null
    const day = sayDay(view.lang, view.site.as_of)
    notice.textContent = silentSince === null ? '' : view.say('screen.offline', { time: silentSince, day })
  }

  document.documentElement.classList.add('on-screen')
  document.addEventListener('keydown', press, { signal: ended.signal })
  watchReleases((look) => {
    if (!page.isConnected) ended.abort()
    else if (look === 'new') location.reload()
    else sayWhenSilent(look)
  }, ended.signal)
  setPaused(false)
  // Drawn once it has its size.
  requestAnimationFrame(() => show(at))
  return page
}

function button(words: string, act: () => void): HTMLElement {
  const element = html`<button type="button">${words}</button>`
  element.addEventListener('click', act)
  return element
}

/** The seconds that the address asks for; 20 when it says none, or nonsense. */
export function secondsOf(text: string): number {
  const seconds = Number(text)
  return text !== '' && seconds >= shortest && seconds <= longest ? seconds : usual
}

/** Makes what is higher than the screen smaller, a step at a time, for words break otherwise then; nothing has to be scrolled. */
function shrink(stage: HTMLElement): void {
  const slide = stage.firstElementChild
  if (!(slide instanceof HTMLElement)) return
  for (let zoom = 1; zoom >= 0.5; zoom -= 0.05) {
    slide.style.setProperty('zoom', String(zoom))
    if (slide.getBoundingClientRect().height <= stage.clientHeight && stage.scrollHeight <= stage.clientHeight) return
  }
}
