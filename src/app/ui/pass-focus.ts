type Heirs = {
  /** Selects an ancestor of the pressed control that contains the other candidates. */
  within: string
  /** Selects controls of the same kind. */
  kin?: string
  /** Selects a fallback; the first match that can take the focus has it. */
  otherwise: string
}

/**
 * Moves the focus before a pressed control removes itself, so that it does not fall back to the top of the page: to
 * the next control of its kind, or the previous one.
 */
export function passFocus(pressed: HTMLElement, { within, kin, otherwise }: Heirs): void {
  const around = pressed.closest(within)
  const all = (selector = '') => (selector && around ? [...around.querySelectorAll<HTMLElement>(selector)] : [])
  focusFirst([...nearestTo(pressed, all(kin)), ...all(otherwise)])
}

/** Those after it from the nearest on, then those before it. */
export function nearestTo<One extends Element>(one: One, all: One[]): One[] {
  const at = all.indexOf(one)
  return at < 0 ? all : [...all.slice(at + 1), ...all.slice(0, at).toReversed()]
}

/** Focuses the first that takes the focus: what is hidden, disabled or gone does not. */
export const focusFirst = (all: HTMLElement[], how?: FocusOptions): HTMLElement | undefined =>
  all.find((one) => {
    one.focus(how)
    return one === document.activeElement
  })
