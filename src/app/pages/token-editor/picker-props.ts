import type { ChosenFamily } from '#domain/policy/families.ts'
import type { TypedText } from './choice-list.tsx'

/** What chooses the resources of a family is given. */
export type PickerProps = {
  accountId: string
  family: ChosenFamily
  /** Ids as a policy has them. */
  chosen: string[]
  error: string | undefined
  typed: TypedText
  onChange: (ids: string[]) => void
}
