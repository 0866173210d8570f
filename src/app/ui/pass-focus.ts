type FocusOptions = {
  /** Selects an ancestor of the pressed control that contains the others. */
  within: string
  /** Selects the controls of the same kind. */
  kin?: string
  /** Selects the fallback when no such control is left; the first visible one is used. */
  otherwise: string
}

/**
 * Called before a pressed control removes itself. It moves the focus to the next control of the same kind, or the one
 * before, so that it does not return to the top of the page.
 */
export function passFocus(pressed: HTMLElement, { within, kin, otherwise }: FocusOptions): void {
  const around = pressed.closest(within)
  const inView = (selector: string) =>
    [...(around?.querySelectorAll<HTMLElement>(selector) ?? [])].filter((one) => one.checkVisibility())
  const all = kin === undefined ? [] : inView(kin)
  const at = all.indexOf(pressed)
  const next = at === -1 ? undefined : (all[at + 1] ?? all[at - 1])
  const target = next ?? inView(otherwise)[0]
  target?.focus()
}
