let wasFocused = false

/**
 * The `ref` of buttons that take each other's place, as “Stop” and “Resume” do: one that comes where the focused one
 * goes takes the focus. Where none comes, the heading of the page has it.
 */
export function inTurn(button: HTMLElement | null) {
  if (!button) return undefined
  if (wasFocused) button.focus()
  wasFocused = false
  return () => {
    wasFocused = button === document.activeElement
    // The next one comes in the same commit.
    queueMicrotask(() => {
      if (wasFocused) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
      wasFocused = false
    })
  }
}
