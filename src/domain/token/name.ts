import { spelledOut } from '#domain/text/hidden.ts'

/** The API's limit, in characters (`iam_name`). */
export const NAME_MAX = 120

/** The message for a name that the API would refuse, or `undefined`. */
export function validateName(name: string): string | undefined {
  if (name.trim() === '') return 'Enter a name.'
  if (Array.from(name).length > NAME_MAX) return `Max ${NAME_MAX} characters.`
  return undefined
}

/** A token as a text names it, such as a label or a message: one without a name by its ID. */
export const nameInText = ({ id, name }: { id: string; name: string }): string => spelledOut(name.trim() ? name : id)
