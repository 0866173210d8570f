import { BodyTooLarge, readLimited } from '#server/http/read-limited.ts'
import { ApiError } from './api-error.ts'

const MAX_BODY_BYTES = 1024 * 1024

/** The text of a body. Above 1 MB it is refused and the rest left unread. */
export async function readText(request: Request): Promise<string> {
  try {
    return new TextDecoder().decode(await readLimited(request.body, MAX_BODY_BYTES))
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error
    throw new ApiError(413, { code: 1000, message: 'Request body is too large' })
  }
}

/** A body that must be JSON. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request)
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiError(400, { code: 1001, message: 'body: Not JSON' })
  }
}
