import { createLink } from '@tanstack/react-router'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { NavLink } from '#app/ui/nav-link.tsx'

/** A link of the router that looks like a button. */
export const RouterButtonLink = createLink(ButtonLink)

/** A link of the router for the side bar; the current page carries `aria-current`. */
export const RouterNavLink = createLink(NavLink)
