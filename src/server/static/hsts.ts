import type { Hsts } from '#server/settings/config-extras.ts'

/** `Strict-Transport-Security` as browsers read it. */
export const hstsHeader = ({ maxAgeSeconds, includeSubDomains }: Hsts): string =>
  `max-age=${maxAgeSeconds}${includeSubDomains ? '; includeSubDomains' : ''}`
