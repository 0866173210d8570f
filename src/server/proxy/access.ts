import type { MiddlewareHandler } from 'hono'
import { createRemoteJWKSet, errors, jwtVerify } from 'jose'
import type { AccessConfig } from '#server/settings/config-extras.ts'
import type { AppEnv } from './app-env.ts'
import { failure } from './envelope.ts'
import { askedBy, type Log, logLine } from './request-log.ts'

/** The accepted clock difference between Access and this machine. */
const SKEW_SECONDS = 60

/**
 * Accepts only requests that Cloudflare Access signed for this application. The library caches the keys for ten
 * minutes, and fetches them again when an unknown key signs.
 */
export function requireAccess({ teamDomain, audience }: AccessConfig, log: Log): MiddlewareHandler<AppEnv> {
  const keys = createRemoteJWKSet(new URL(`${teamDomain}/cdn-cgi/access/certs`))
  return async (c, next) => {
    const assertion = c.req.header('cf-access-jwt-assertion')
    if (!assertion)
      return failure(403, 'This server is behind Cloudflare Access, and this request did not come through it.')
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
    } catch (error) {
      if (isAboutKeys(error)) {
        log(logLine('access', { outcome: 'no-keys', kind: kindOf(error), ...askedBy(c) }))
        return failure(503, 'The keys of Cloudflare Access could not be loaded, so requests are refused. Try again.')
      }
      return failure(
        403,
        'Cloudflare Access did not sign this request for this application, or its signature has expired.',
      )
    }
    return next()
  }
}

/** Whether the keys could not be fetched, which says nothing about the assertion. */
const isAboutKeys = (error: unknown) =>
  !(error instanceof errors.JOSEError) ||
  ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'].includes(error.code)

const kindOf = (error: unknown) =>
  error instanceof errors.JOSEError ? error.code : error instanceof Error ? error.name : 'Error'
