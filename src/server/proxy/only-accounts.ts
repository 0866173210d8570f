import * as v from 'valibot'
import { mayTouch } from './account-ids.ts'
import { parseEnvelope } from './envelope.ts'

/** Removes the accounts not allowed here from a list. Their number is not revealed either. */
export async function onlyAccounts(answer: Response, accountIds: readonly string[]): Promise<Response> {
  if (accountIds.length === 0 || !answer.ok) return answer
  const envelope = parseEnvelope(await answer.text())
  const listed = Array.isArray(envelope?.['result']) ? (envelope['result'] as unknown[]) : []
  const result = listed.filter((account) => mayTouch(accountIds, idOf(account)))
  const headers = new Headers(answer.headers)
  const { page, per_page: perPage } = v.parse(paging, envelope?.['result_info'])
  const result_info = {
    page,
    per_page: perPage,
    count: result.length,
    total_count: accountIds.length,
    // One more page whenever there may be one: the real count would reveal the removed accounts.
    total_pages: listed.length < perPage ? page : page + 1,
  }
  return Response.json({ ...envelope, result, result_info }, { headers })
}

const whole = (standard: number) => v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1)), standard)
const paging = v.fallback(v.object({ page: whole(1), per_page: whole(20) }), { page: 1, per_page: 20 })

function idOf(account: unknown): string {
  const id = typeof account === 'object' && account !== null && 'id' in account ? account.id : ''
  return typeof id === 'string' ? id : ''
}
