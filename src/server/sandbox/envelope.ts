import type { ErrorItem } from './api-error.ts'

type Message = { code: number; message: string; type?: null }

/** A success in the API's envelope. */
export function success(result: unknown, more: { result_info?: unknown; messages?: Message[] } = {}): Response {
  const { messages = [], ...rest } = more
  return Response.json({ success: true, errors: [], messages, result, ...rest })
}

/** A failure in the API's envelope. */
export function failure(status: number, errors: ErrorItem[], headers: Record<string, string> = {}): Response {
  return Response.json({ success: false, errors, messages: [], result: null }, { status, headers })
}
