import type { ChosenFamily } from '#domain/policy/families.ts'
import type { TypedText } from './choice-list.tsx'

/** Props of every picker of resources. */
export type PickerProps = {
  family: ChosenFamily
  /** Ids as a policy has them. */
  chosen: string[]
  error: string | undefined
  typed: TypedText
  onChange: (ids: string[]) => void
}
