import type { ReactNode } from 'react'
import { broughtToken } from '#app/parts/brought-token.ts'
import { readTokenBody, type TokenBodyText } from '#domain/token-json/read-token-body.ts'

type BroughtBodyProps = { id: string; children: (body: TokenBodyText | null) => ReactNode }

/** An imported token as the form takes it, read by code that no other start needs. */
export function BroughtBody({ id, children }: BroughtBodyProps) {
  const read = readTokenBody(JSON.stringify(broughtToken(id)))
  return children(read.ok ? read.body : null)
}
