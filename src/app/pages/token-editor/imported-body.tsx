import type { ReactNode } from 'react'
import { importedToken, keptPolicies } from '#app/parts/imported-token.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { readTokenBody } from '#domain/token-json/read-token-body.ts'
import { blankValues, bodyValues, type FormValues } from './form-values.ts'

type ImportedBodyProps = { id: string; children: (values: FormValues | null) => ReactNode }

/**
 * An imported token as the form takes it, read by code that no other start needs. What the form cannot read opens as
 * text with its problems.
 */
export function ImportedBody({ id, children }: ImportedBodyProps) {
  const accountId = useAccountId()
  const policies = keptPolicies(id)
  if (policies) return children(blankValues('', policies))
  const text = JSON.stringify(importedToken(id), null, 2)
  const read = readTokenBody(text)
  return children(
    read.ok ? bodyValues(read.body, accountId, blankValues()) : { ...blankValues(), json: { text, body: null } },
  )
}
