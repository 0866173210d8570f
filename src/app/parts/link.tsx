import { createLink, Link as RouterLink, type NavigateOptions } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import { ButtonLink as ButtonAnchor } from '#app/ui/button-link.tsx'

type Move = Pick<NavigateOptions, 'replace' | 'resetScroll' | 'ignoreBlocker'>
/** `href` is an address of the app; see `paths.ts`. */
type LinkProps = Omit<ComponentProps<'a'>, 'target'> & Move & { href: string }
type ButtonLinkProps = Omit<ComponentProps<typeof ButtonAnchor>, 'target'> & Move & { href: string }

// The types of the router ask for `to`, in the place of which `href` counts. `aria-current` is for a link to the very
// page the user is on, not for the pages above it.
const COMMON = { to: '.', activeOptions: { exact: true } } as const

/** A link within the app. */
export const Link = (props: LinkProps) => <RouterLink {...COMMON} {...props} />

const RouterButtonLink = createLink(ButtonAnchor)

/** The same, looking like a button. */
export const ButtonLink = (props: ButtonLinkProps) => <RouterButtonLink {...COMMON} {...props} />
