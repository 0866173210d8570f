type Heirs = {
  /** Selects an ancestor of the pressed control that contains the other candidates. */
  within: string
  /** Selects controls of the same kind. */
  kin?: string
  /** Selects a fallback; the first visible match is focused. */
  otherwise: string
}

/**
 * Moves the focus before a pressed control removes itself, so that it does not fall back to the top of the page: to
 * the next control of its kind, or the previous one.
 */
export function passFocus(pressed: HTMLElement, { within, kin, otherwise }: Heirs): void {
  const around = pressed.closest(within)
  const inView = (selector: string) =>
    [...(around?.querySelectorAll<HTMLElement>(selector) ?? [])].filter((one) =>
      one.checkVisibility({ visibilityProperty: true }),
    )
  const all = kin === undefined ? [] : inView(kin)
  const at = all.indexOf(pressed)
  const next = at === -1 ? undefined : (all[at + 1] ?? all[at - 1])
  const heir = next ?? inView(otherwise)[0]
  heir?.focus()
}
