import type { IconNode } from 'lucide'

type Attributes = IconNode[number][1]

const PATHS = new WeakMap<IconNode, string>()

/**
 * All shapes of an icon as the `d` of a single path, on the icon's own grid of 24 by 24.
 * One element instead of two to eight: a table draws two icons in every row.
 */
export function iconPath(icon: IconNode): string {
  const known = PATHS.get(icon)
  if (known !== undefined) return known
  const path = icon.map(([shape, attributes]) => toPath(shape, attributes)).join('')
  PATHS.set(icon, path)
  return path
}

function toPath(shape: string, attributes: Attributes): string {
  // As they are written, wherever nothing has to be computed: numbers made into words fill a table of the engine's.
  const word = (name: string) => attributes[name] ?? 0
  const number = (name: string) => Number(word(name))
  if (shape === 'path') {
    // A path may begin with a relative move, which counts from where the shape before it ended.
    return `M0 0${attributes['d']}`
  }
  if (shape === 'line') return `M${word('x1')} ${word('y1')}L${word('x2')} ${word('y2')}`
  if (shape === 'circle') {
    const r = word('r')
    const across = 2 * number('r')
    return `M${word('cx')} ${word('cy')}m-${r} 0a${r} ${r} 0 1 0 ${across} 0a${r} ${r} 0 1 0 ${-across} 0`
  }
  if (shape === 'rect') {
    const r = number('rx')
    const across = number('width') - 2 * r
    const down = number('height') - 2 * r
    const corner = (x: number, y: number) => `a${r} ${r} 0 0 1 ${x} ${y}`
    const right = `h${across}${corner(r, r)}v${down}${corner(-r, r)}`
    return `M${number('x') + r} ${number('y')}${right}h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`
  }
  throw new Error(`Icons with the shape "${shape}" are not drawn yet`)
}
