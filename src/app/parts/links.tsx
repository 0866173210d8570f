import { createLink } from '@tanstack/react-router'
import { ButtonLink } from '#app/ui/button-link.tsx'

/** A link of the router that looks like a button. */
export const RouterButtonLink = createLink(ButtonLink)
