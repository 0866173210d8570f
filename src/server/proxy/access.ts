import type { MiddlewareHandler } from 'hono'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import type { AccessConfig } from '#server/config-extras.ts'
import type { AppEnv } from './app-env.ts'
import { failure } from './envelope.ts'

/** Clocks of Access and of this machine may differ by this much. */
const SKEW_SECONDS = 60

/**
 * Lets in only requests that Cloudflare Access has signed for this application. The keys are fetched
 * once and kept by the library, and asked for again when an unknown one signs.
 */
export function requireAccess({ teamDomain, audience }: AccessConfig): MiddlewareHandler<AppEnv> {
  const keys = createRemoteJWKSet(new URL(`${teamDomain}/cdn-cgi/access/certs`))
  return async (c, next) => {
    const assertion = c.req.header('cf-access-jwt-assertion')
    if (!assertion)
      return failure(403, 'This server stands behind Cloudflare Access, and this request did not come through it.')
    try {
      const { payload } = await jwtVerify(assertion, keys, {
        issuer: teamDomain,
        audience,
        algorithms: ['RS256', 'ES256'],
        clockTolerance: SKEW_SECONDS,
        requiredClaims: ['exp', 'iat'],
      })
      const who = payload['email'] ?? payload['common_name'] ?? payload.sub
      if (typeof who === 'string') c.set('who', who)
    } catch {
      return failure(
        403,
        'Cloudflare Access did not sign this request for this application, or its signature has expired.',
      )
    }
    return next()
  }
}
