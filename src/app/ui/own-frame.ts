const waiting: (() => void)[] = []
let isAsked = false

/**
 * Does `work` in a frame in which nobody else does theirs: two changes that a slow laptop lays out and paints together
 * are one long task. In the order in which it was asked for. Returns what calls it off.
 */
export function inOwnFrame(work: () => void): () => void {
  waiting.push(work)
  ask()
  return () => {
    const place = waiting.indexOf(work)
    if (place >= 0) waiting.splice(place, 1)
  }
}

function ask() {
  if (isAsked || waiting.length === 0) return
  isAsked = true
  requestAnimationFrame(() => {
    isAsked = false
    const work = waiting.shift()
    ask()
    work?.()
  })
}
