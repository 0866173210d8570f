import { useParams, type ErrorComponentProps } from '@tanstack/react-router'
import { useState } from 'react'
import { RouteError } from '#app/parts/route-error.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { isApiFailure } from '#app/queries/failures.ts'
import { readDraft } from './form-draft.ts'
import { GoneNote } from './gone-note.tsx'

/** The token could not be read. What was typed for one that is gone is still in this tab. */
export function EditFailure(props: ErrorComponentProps) {
  const accountId = useAccountId()
  const { tokenId } = useParams({ from: '/accounts/$accountId/tokens/$tokenId/edit' })
  const [base] = useState(() => readDraft(accountId, tokenId)?.base)
  const isGone = isApiFailure(props.error) && props.error.isGone
  return (
    <>
      <RouteError {...props} />
      {isGone && base && (
        <GoneNote
          base={base}
          tone="info"
          title={
            <>
              Your changes to <TokenName name={base.name} /> are still in this tab
            </>
          }
        />
      )}
    </>
  )
}
