/** Closes the navigation where it is the menu of a narrow window, for what opens over the page. */
export const closeMenu = (inside: Element) => inside.closest<HTMLElement>('[popover]')?.hidePopover()
