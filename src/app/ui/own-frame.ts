import { startTransition } from 'react'

/** Work for a frame of its own; what is in view goes first. */
const inView: (() => void)[] = []
const outOfView: (() => void)[] = []
let isAsked = false

/**
 * Does `work`, a change of state, as a transition in a frame in which nobody else does theirs: two changes that a slow
 * laptop lays out and paints together are one long task. In the order in which it was asked for, and last what draws out
 * of view. Returns what calls it off.
 */
export function inOwnFrame(work: () => void, isInView = true): () => void {
  const waiting = isInView ? inView : outOfView
  waiting.push(work)
  ask()
  return () => {
    const place = waiting.indexOf(work)
    if (place >= 0) waiting.splice(place, 1)
  }
}

function ask() {
  if (isAsked || inView.length + outOfView.length === 0) return
  isAsked = true
  requestAnimationFrame(() => {
    isAsked = false
    const work = inView.shift() ?? outOfView.shift()
    ask()
    if (work) startTransition(work)
  })
}
