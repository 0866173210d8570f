import { CircleCheck, CirclePlus, Copy, Ellipsis, type IconNode } from 'lucide'
import { describe, expect, it } from 'vitest'
import { iconPath } from './icon-path.ts'

describe('iconPath', () => {
  it('draws a path that begins with a relative move where it stands alone', () => {
    // m16 9 after a circle would count from the circle's end.
    expect(CircleCheck.at(-1)).toEqual(['path', { d: expect.stringMatching(/^m/) }])
    expect(iconPath(CircleCheck)).toMatch(/^M12 12m-10 0a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M0 0m/)
  })

  it('draws every circle where it is', () => {
    expect(iconPath(Ellipsis).match(/M[\d.]+ [\d.]+/g)).toEqual(['M12 12', 'M19 12', 'M5 12'])
  })

  it('draws a rounded rectangle back to where it began', () => {
    const [rect] = Copy
    expect(rect?.[0]).toBe('rect')
    const path = iconPath([['rect', { x: 8, y: 8, width: 14, height: 14, rx: 2 }]])
    const corners = 'h10a2 2 0 0 1 2 2v10a2 2 0 0 1 -2 2h-10a2 2 0 0 1 -2 -2v-10a2 2 0 0 1 2 -2z'
    expect(path).toBe(`M10 8${corners}`)
  })

  it('draws a line', () => {
    expect(iconPath([['line', { x1: 12, x2: 12, y1: 8, y2: 16 }]])).toBe('M12 8L12 16')
  })

  it('refuses a shape it does not know, rather than leave it out', () => {
    const odd: IconNode = [['polygon', { points: '1,2 3,4 5,6' }]]
    expect(() => iconPath(odd)).toThrow('polygon')
  })

  it('draws the same icon only once', () => {
    expect(iconPath(CirclePlus)).toBe(iconPath(CirclePlus))
  })
})
