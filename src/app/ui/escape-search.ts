/**
 * Esc empties a search box before it closes what the box is in. Radix hears the key before the box does: prevented here,
 * it is left to the box.
 */
export function leaveToSearch(event: KeyboardEvent): void {
  const { target } = event
  if (target instanceof HTMLInputElement && target.type === 'search' && target.value !== '') event.preventDefault()
}
