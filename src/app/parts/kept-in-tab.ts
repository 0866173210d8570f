import { readStored, store } from '#app/ui/storage.ts'

/**
 * The IDs of the tokens that the user of this browser signed in with, separated by commas; nothing after a sign-out, and
 * on a server without sign-in. All tabs share them, as they share the session.
 */
const SIGNED_IN = 'token-desk.signed-in'
/** The same, of the user who typed what this tab keeps. */
const OWNER = 'token-desk.owner'
/** What the key of every draft of a form begins with. */
export const DRAFT = 'token-desk.draft.'

const signedIn = () => readStored('localStorage', SIGNED_IN)

export const hasUser = (): boolean => signedIn() !== null

/** The user of the page that is shown. */
let user = signedIn()

/** One of the tokens is enough: another account may have been added, or a token of one was refused. */
const isSameUser = (one: string | null, other: string | null): boolean =>
  one === other || (one !== null && other !== null && one.split(',').some((id) => other.split(',').includes(id)))

/** The page is of a user who is no longer signed in: they signed out, or another one signed in, in another tab. */
export const isOfFormerUser = (): boolean => !isSameUser(user, signedIn())

/** Asked later, the result tells whether the user of now signed out since, or another one signed in, in any tab. */
export function watchUser(): () => boolean {
  const begun = signedIn()
  return () => !isSameUser(begun, signedIn())
}

/** From now on the page is of the user who is signed in. */
export function takeOver(): void {
  user = signedIn()
  forgetOthers()
}

/** The user of this browser signed in, with these tokens; or signed out (`null`). */
export function changeUser(tokenIds: string[] | null): void {
  store('localStorage', SIGNED_IN, tokenIds && tokenIds.join(','))
  // Where the browser stores nothing for all tabs, it is not known whose it is.
  if (!tokenIds) forgetTab()
  takeOver()
}

/** Something is typed on the page that cannot be kept. */
let hasUnkept = false

export function noteUnkept(isThere: boolean): void {
  hasUnkept = isThere
}

/** Whether something that is typed here would be lost with the session. */
export const keepsDraft = (): boolean => hasUnkept || keptKeys(DRAFT).length > 0

/** The keys with this beginning of what this tab keeps, of any user. */
export const keptKeys = (start: string): string[] => keysInTab().filter((key) => key.startsWith(start))

/** What the user typed in this tab; never what another user did. */
export function readKept(key: string): string | null {
  forgetOthers()
  return readStored('sessionStorage', key)
}

/** Keeps it for a reload (`null`: no longer). Returns whether it is kept. */
export function keep(key: string, text: string | null): boolean {
  forgetOthers()
  return !isOfFormerUser() && store('sessionStorage', key, text)
}

/** Removes what another user typed in this tab: it may have slept through a sign-out, or be restored by the browser. */
export function forgetOthers(): void {
  const now = signedIn()
  if (!isSameUser(readStored('sessionStorage', OWNER), now)) forgetTab()
  store('sessionStorage', OWNER, now)
}

function forgetTab(): void {
  for (const key of keptKeys('token-desk.')) store('sessionStorage', key, null)
}

function keysInTab(): string[] {
  try {
    return Object.keys(sessionStorage)
  } catch {
    return []
  }
}
