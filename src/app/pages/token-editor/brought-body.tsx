import type { ReactNode } from 'react'
import { broughtToken } from '#app/parts/brought-token.ts'
import { readTokenBody } from '#domain/token-json/read-token-body.ts'
import { blankValues, bodyValues, type FormValues } from './form-values.ts'

type BroughtBodyProps = { id: string; accountId: string; children: (values: FormValues | null) => ReactNode }

/**
 * An imported token as the form takes it, read by code that no other start needs. What the form cannot read opens as
 * text with its problems.
 */
export function BroughtBody({ id, accountId, children }: BroughtBodyProps) {
  const text = JSON.stringify(broughtToken(id), null, 2)
  const read = readTokenBody(text)
  return children(
    read.ok ? bodyValues(read.body, accountId, blankValues()) : { ...blankValues(), json: { text, body: null } },
  )
}
