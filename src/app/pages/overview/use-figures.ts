import { useQuery } from '@tanstack/react-query'
import type { useFindings } from '#app/parts/findings/use-findings.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { figuresQuery } from '#app/queries/overview.ts'
import type { Token } from '#domain/token/token.ts'

type Account = Pick<ReturnType<typeof useFindings>, 'catalogue' | 'isReady'>

/** The figures of tokens of the account, computed once for all that show them. `now` in ms since 1970. */
export function useFigures({ catalogue, isReady }: Account, tokens: Token[], now: number, isWanted: boolean) {
  const accountId = useAccountId()
  const context = isReady ? { accountId, catalogue } : null
  return useQuery({ ...figuresQuery(context, tokens, now), enabled: isWanted }).data
}
