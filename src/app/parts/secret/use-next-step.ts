import { useNavigate } from '@tanstack/react-router'
import { paths } from '#app/parts/paths.ts'
import { useToast } from '#app/ui/use-toast.ts'

/** Says what follows once the secret has left the screen. */
export function useNextStep(accountId: string, tokenId: string, isRolled: boolean): () => void {
  const navigate = useNavigate()
  const toast = useToast()
  return () =>
    toast(
      isRolled
        ? {
            message: 'Secret rolled. Replace the old one wherever it’s used.',
            action: { label: 'View token', onClick: () => void navigate({ href: paths.token(accountId, tokenId) }) },
          }
        : {
            message: 'Token created. Store its secret in a secret manager.',
            action: { label: 'Create another', onClick: () => void navigate({ href: paths.newToken(accountId) }) },
          },
    )
}
