import type { PermissionGroup, Scope } from './permission-group.ts'

const known = new WeakMap<PermissionGroup[], ReadonlySet<Scope>>()

/** The scopes that a catalogue names. Asked for by every sentence, and made once for each catalogue. */
export function scopesOf(catalogue: PermissionGroup[]): ReadonlySet<Scope> {
  const made = known.get(catalogue) ?? new Set(catalogue.flatMap(({ scopes }) => scopes))
  known.set(catalogue, made)
  return made
}
