/** The creator of a token for which the API names none. */
export const NO_CREATOR = 'none'

/** In the order that tokens are sorted by status. */
export const STATUS_LABELS = {
  active: 'Active',
  scheduled: 'Scheduled',
  expired: 'Expired',
  disabled: 'Disabled',
  revoked: 'Revoked',
  unknown: 'Other',
}

/** A token's end, start and lasting status, as an entry of the inventory holds them. */
type Times = { lasting: string | null; startsAt: number; expiresAt: number }

/** The status as the filter knows it: a token that expires soon is still active. Only an active token changes with time. */
export function statusValue({ lasting, startsAt, expiresAt }: Times, now: number): string {
  if (lasting !== null) return lasting
  if (now >= expiresAt) return 'expired'
  return now < startsAt ? 'scheduled' : 'active'
}
