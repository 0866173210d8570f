type Heirs = {
  /** Selects an element around the pressed one, in which the others are. */
  within: string
  /** Selects the controls of the same kind. */
  kin?: string
  /** Selects who is left when none of them is; the first that is in view. */
  otherwise: string
}

/**
 * Called before a pressed control removes itself, so that the focus does not fall back to the top of the page: the
 * next of its kind has it, or the one before.
 */
export function passFocus(pressed: HTMLElement, { within, kin, otherwise }: Heirs): void {
  const around = pressed.closest(within)
  const inView = (selector: string) =>
    [...(around?.querySelectorAll<HTMLElement>(selector) ?? [])].filter((one) => one.checkVisibility())
  const all = kin === undefined ? [] : inView(kin)
  const at = all.indexOf(pressed)
  const next = at === -1 ? undefined : (all[at + 1] ?? all[at - 1])
  const heir = next ?? inView(otherwise)[0]
  heir?.focus()
}
