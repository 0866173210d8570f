import { unknownFieldsOf } from './read-token-body.ts'
import { isZeroTime, readRfc3339 } from '#domain/token/rfc3339.ts'

/** An imported body as a new token takes it, and in words what it is without and what may not be meant. */
export type ForCreate = { body: Record<string, unknown>; dropped: string[] }

/** A new token is active and has a life ahead: a status and an expiry that has passed are left behind. */
export function forCreate(imported: Record<string, unknown>, now: number): ForCreate {
  const { status, ...body } = imported
  const dropped = unknownFieldsOf(body).map(({ message }) => `${message} It is sent as it is.`)
  if (status !== undefined && status !== null && status !== 'active')
    dropped.push(`The status “${plain(status)}” is left out. New tokens are always active.`)
  const expiry = typeof body['expires_on'] === 'string' ? readRfc3339(body['expires_on']) : null
  if (!expiry?.ok || isZeroTime(expiry.ms) || expiry.ms > now) return { body, dropped }
  const { expires_on: _, ...endless } = body
  const day = expiry.wholeSeconds.slice(0, 10)
  return { body: endless, dropped: [...dropped, `The expiration is left out: it passed on ${day}. Choose a new one.`] }
}

const plain = (status: unknown) => (typeof status === 'string' ? status : JSON.stringify(status))
