import { parseEnvelope } from './envelope.ts'

/** A list of accounts without those that may not be touched here; their number is nobody's business either. */
export async function onlyAccounts(answer: Response, accountIds: readonly string[]): Promise<Response> {
  if (accountIds.length === 0 || !answer.ok) return answer
  const envelope = parseEnvelope(await answer.text())
  const listed = Array.isArray(envelope?.['result']) ? (envelope['result'] as unknown[]) : []
  const result = listed.filter((account) => accountIds.includes(idOf(account).toLowerCase()))
  const headers = new Headers(answer.headers)
  return Response.json(
    {
      ...envelope,
      result,
      result_info: {
        page: 1,
        per_page: result.length,
        count: result.length,
        total_count: result.length,
        total_pages: 1,
      },
    },
    { headers },
  )
}

function idOf(account: unknown): string {
  const id = typeof account === 'object' && account !== null && 'id' in account ? account.id : ''
  return typeof id === 'string' ? id : ''
}
