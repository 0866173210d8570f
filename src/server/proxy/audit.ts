import { type Log, logLine, rayOf } from './request-log.ts'

/** What a write is about to do: ids are no secrets; a body, which may hold one, is not in it. */
type Write = {
  who: string
  /** The token that acts for them, where `who` is a person. */
  as: string | null
  method: string
  template: string
  path: string
  client: string | null
  id: string | undefined
}

/**
 * The trace of every write: a line before it goes out (`outcome=asked`) and one when it has ended (`done`,
 * `failed`, or `unknown` where nobody can tell whether it took effect). Both have the `id` of their request. An
 * `asked` with nothing after it was cut off by the end of the process, and is unknown as well.
 */
export type Audit = {
  asked: (write: Write) => void
  /** It never left this server. */
  notSent: (write: Write) => void
  /** With `null` the write ended without an answer. */
  ended: (write: Write, answer: Response | null) => Promise<void>
  /** Resolves when no write is under way. */
  idle: () => Promise<void>
  /** For the end of the process: whatever is under way is unknown from now on. Writes at once. */
  abandon: () => void
}

const ACTIONS: Record<string, string> = { POST: 'create', PUT: 'update', DELETE: 'delete' }

export function createAudit(log: Log): Audit {
  const pending = new Set<Write>()
  let waiting: (() => void)[] = []
  const end = (write: Write, fields: Fields) => {
    // Told once: a process that has given a write up does not tell of it again.
    if (!pending.delete(write)) return
    log(lineOf(write, fields))
    if (pending.size > 0) return
    for (const resolve of waiting) resolve()
    waiting = []
  }
  return {
    asked: (write) => {
      pending.add(write)
      log(lineOf(write, { outcome: 'asked' }))
    },
    notSent: (write) => end(write, { outcome: 'failed' }),
    ended: async (write, answer) => end(write, answer ? await fieldsOf(answer) : { outcome: 'unknown' }),
    idle: () => (pending.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    abandon: () => {
      for (const write of pending) end(write, { outcome: 'unknown' })
    },
  }
}

type Fields = { outcome: string; token?: string; status?: number; ray?: string | null }

function lineOf(
  { who, as, method, template, path, client, id }: Write,
  { outcome, token, status, ray }: Fields,
): string {
  const [, , account, , tokenId] = path.split('/')
  return logLine('audit', {
    who,
    as,
    action: template.endsWith('/value') ? 'roll' : (ACTIONS[method] ?? method),
    account,
    token: tokenId ?? token,
    outcome,
    status,
    ray,
    client,
    id,
  })
}

async function fieldsOf(answer: Response): Promise<Fields> {
  const token = await createdId(answer)
  return {
    outcome: answer.ok ? 'done' : answer.status >= 500 ? 'unknown' : 'failed',
    ...(token !== undefined && { token }),
    status: answer.status,
    ray: rayOf(answer),
  }
}

async function createdId(answer: Response): Promise<string | undefined> {
  if (!answer.ok) return undefined
  const { result } = (await answer.clone().json()) as { result?: { id?: unknown } | null }
  return typeof result?.id === 'string' ? result.id : undefined
}
