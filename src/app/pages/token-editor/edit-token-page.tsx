import { useSuspenseQuery } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { TokenName } from '#app/parts/token-name.tsx'
import { tokenQuery, useUpdateToken } from '#app/queries/tokens.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { useToast } from '#app/ui/use-toast.ts'
import { updateBody } from '#domain/policy/request-body.ts'
import { editValues } from './form-values.ts'
import { TokenForm } from './token-form.tsx'

export const route = createLazyRoute('/accounts/$accountId/tokens/$tokenId/edit')({ component: EditTokenPage })

function EditTokenPage() {
  const { accountId, tokenId } = route.useParams()
  const { tab } = route.useSearch()
  const navigate = route.useNavigate()
  const toast = useToast()
  const { data } = useSuspenseQuery(tokenQuery(accountId, tokenId))
  // The form keeps to what it was opened on: a refresh in the background must not change the ground under it.
  const [token] = useState(data)
  const updateToken = useUpdateToken(accountId, tokenId, token)

  return (
    <>
      <PageHeader
        back={
          <Link to="/accounts/$accountId/tokens/$tokenId" params={{ accountId, tokenId }}>
            <TokenName name={token.name} />
          </Link>
        }
        title="Edit token"
        description="Its secret stays the same. Changes take effect at once."
      />
      <TokenForm
        accountId={accountId}
        stored={token}
        initial={editValues(token, accountId)}
        tab={tab}
        onTab={(next) => void navigate({ search: { tab: next }, replace: true })}
        submitLabel="Save changes"
        toBody={updateBody}
        isPending={updateToken.isPending}
        isDone={updateToken.isSuccess}
        failure={updateToken.error}
        failureTitle={
          updateToken.error?.isOutcomeUnknown
            ? 'It is not known whether the changes were saved'
            : 'The changes were not saved'
        }
        onSubmit={(body) =>
          updateToken.mutate(body, {
            onSuccess: () => {
              toast({ message: 'Changes saved' })
              void navigate({
                to: '/accounts/$accountId/tokens/$tokenId',
                params: { accountId, tokenId },
                ignoreBlocker: true,
              })
            },
          })
        }
      />
    </>
  )
}
