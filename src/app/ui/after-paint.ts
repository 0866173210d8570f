/**
 * Does `work` once the browser has shown what is drawn so far: what somebody pressed answers first, and what
 * follows from it comes after. In the order in which it was asked for.
 */
export function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work))
}
