import { logLine, rayOf } from './request-log.ts'

type Write = { who: string; method: string; template: string; path: string; answer: Response }

const ACTIONS: Record<string, string> = { POST: 'create', PUT: 'update', DELETE: 'delete' }

/** One line a write: who, what, which token, how it ended. Ids are no secrets; a body, which may hold one, is not in it. */
export async function auditLine({ who, method, template, path, answer }: Write): Promise<string> {
  const [, , account, , tokenId] = path.split('/')
  return logLine('audit', {
    who,
    action: template.endsWith('/value') ? 'roll' : (ACTIONS[method] ?? method),
    account,
    token: tokenId ?? (await createdId(answer)),
    outcome: answer.ok ? 'done' : answer.status >= 500 ? 'unknown' : 'refused',
    status: answer.status,
    ray: rayOf(answer),
  })
}

async function createdId(answer: Response): Promise<string | undefined> {
  if (!answer.ok) return undefined
  const { result } = (await answer.clone().json()) as { result?: { id?: unknown } | null }
  return typeof result?.id === 'string' ? result.id : undefined
}
