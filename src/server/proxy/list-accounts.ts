import * as v from 'valibot'
import type { ApiAccess } from './credentials.ts'
import { type Problem, toProblem, unknownForm } from './problem.ts'

export type Account = { id: string; name: string | null }

/** The API's maximum. */
const PER_PAGE = 50
/** Enough to choose from; the user can also type an ID. */
const MAX_PAGES = 10

const accountPage = v.object({
  result: v.array(v.object({ id: v.string(), name: v.fallback(v.nullable(v.string()), null) })),
})

/** The accounts the credential reaches. When a page fails, the accounts before it are kept. */
export async function listAccounts(
  { upstream, credentials }: ApiAccess,
  signal: AbortSignal,
): Promise<{ accounts: Account[]; problem: Problem | null }> {
  const accounts: Account[] = []
  const bearer = credentials.tokenFor(null)
  if (bearer === null) return { accounts, problem: null }
  for (let page = 1; page <= MAX_PAGES; page++) {
    const query = new URLSearchParams({ page: String(page), per_page: String(PER_PAGE) })
    const answer = await upstream({ method: 'GET', path: '/accounts', query, bearer, signal })
    if (!answer.ok) return { accounts, problem: await toProblem(answer) }
    const parsed = v.safeParse(accountPage, await answer.json())
    if (!parsed.success) return { accounts, problem: unknownForm(answer, 'list of accounts') }
    accounts.push(...parsed.output.result)
    if (parsed.output.result.length < PER_PAGE) break
  }
  return { accounts, problem: null }
}
