/* Clicks and keys, sent to the browser as real input, so that it times them like a user's. */
import { sleep } from './measure.mjs'

/** Waits until an expression is truthy in the page, and returns its value. */
export async function until(page, expression, what = expression) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const value = await page.evaluate(expression)
    if (value) return value
    await sleep(100)
  }
  throw new Error(`Waited in vain for ${what}`)
}

/** The list counts the tokens of the whole account, and loads no more. */
export const allTokens = (page) =>
  until(
    page,
    `/^[\\d,]+ (of [\\d,]+ )?tokens/.test(document.querySelector('main p[role="status"]')?.innerText) && !document.querySelector('main progress')`,
    'all tokens',
  )

/** In words of the page: the first element that a selector names and whose text or label begins with `words`. */
const found = (selector, words) =>
  `[...document.querySelectorAll(${JSON.stringify(selector)})].find((one) => (one.getAttribute('aria-label') ?? one.innerText ?? '').trim().startsWith(${JSON.stringify(words)}))`

/** Scrolls an element into view and clicks its centre, once it stays where it is: a late render may move it. */
export async function click(page, selector, words = '') {
  await until(page, `!!(${found(selector, words)})`, `${selector} ${words}`)
  const look = () =>
    page.evaluate(`(() => {
      const box = ${found(selector, words)}
      box.scrollIntoView({ block: 'center' })
      const { left, top, width, height } = box.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    })()`)
  let place = await look()
  for (let before = null; before?.x !== place.x || before.y !== place.y;) {
    before = place
    await sleep(300)
    place = await look()
  }
  const mouse = { ...place, button: 'left', clickCount: 1 }
  await page.call('Input.dispatchMouseEvent', { type: 'mouseMoved', ...place })
  await page.call('Input.dispatchMouseEvent', { type: 'mousePressed', ...mouse })
  await page.call('Input.dispatchMouseEvent', { type: 'mouseReleased', ...mouse })
}

const KEYS = { Backspace: 8, Escape: 27 }

/** Types words letter by letter, or presses keys by name, at the speed of a good typist (about 150 ms each). */
export async function type(page, words) {
  for (const key of words.flatMap((word) => (word in KEYS ? word : word.split('')))) {
    const code = KEYS[key] ?? key.toUpperCase().charCodeAt(0)
    const text = key.length === 1 ? { text: key } : {}
    await page.call('Input.dispatchKeyEvent', { type: 'keyDown', key, windowsVirtualKeyCode: code, ...text })
    await page.call('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode: code })
    await sleep(150)
  }
}
