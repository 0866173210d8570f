import { useCallback } from 'react'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { ChoiceMenu } from './choice-menu.tsx'
import { tokenChoices } from './choices.ts'

type TokenMenuProps = {
  reach: TokenReach[]
  /** Ms since 1970. */
  now: number
  onChoose: (tokenId: string) => void
  onClose: () => void
}

/** Which token the question is about. */
export function TokenMenu({ reach, now, onChoose, onClose }: TokenMenuProps) {
  const choicesOf = useCallback(() => tokenChoices(reach, now), [reach, now])
  return (
    <ChoiceMenu
      label="Token"
      placeholder="Search tokens by name or ID"
      choicesOf={choicesOf}
      onChoose={onChoose}
      onClose={onClose}
    />
  )
}
