import { expect, type Locator, type Page } from '@playwright/test'

/** Once the app’s font is there as well as its fallback: it comes late, and moves words between two looks. */
export const fontLoaded = (page: Page) => expect.poll(() => page.evaluate(() => document.fonts.size)).toBe(2)

/** Once the page has drawn what follows from what just came. */
export const drawn = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

/** Where elements are at one moment, in px of the window: between two looks at a page that changes, things move. */
export async function boxesOf<Things extends Locator[]>(page: Page, ...things: Things) {
  for (const thing of things) await expect(thing).toBeVisible()
  const elements = await Promise.all(things.map((thing) => thing.elementHandle()))
  const boxes = await page.evaluate((all) => {
    return all.map((one) => {
      const { x, y, right, width, height } = (one as Element).getBoundingClientRect()
      if (width === 0) throw new Error('An element that is not drawn')
      return { x, y, right, width, height, middle: y + height / 2 }
    })
  }, elements)
  return boxes as { [Index in keyof Things]: (typeof boxes)[number] }
}

/** What scrolls sideways in something, although it is no code. */
export const sidewaysIn = (place: Locator) =>
  place.evaluate((root) =>
    [root, ...root.querySelectorAll('*')]
      .filter((one) => getComputedStyle(one).overflowX === 'auto' && one.scrollWidth > one.clientWidth)
      .map((one) => one.outerHTML.slice(0, 80)),
  )
