import { useCallback } from 'react'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { NamedByTokens } from '#domain/reach/named-by-tokens.ts'
import { ABOUT_NOTHING } from './asked.ts'
import type { AccessSearch } from './access-search.ts'
import { ChoiceMenu } from './choice-menu.tsx'
import { whatChoices } from './choices.ts'

type WhatMenuProps = {
  named: NamedByTokens
  catalogue: PermissionGroup[] | undefined
  onChoose: (search: Partial<AccessSearch>) => void
  onClose: () => void
}

/** Which product, permission group or topic the question is about. */
export function WhatMenu({ named, catalogue, onChoose, onClose }: WhatMenuProps) {
  const choicesOf = useCallback(() => whatChoices(named, catalogue), [named, catalogue])
  return (
    <ChoiceMenu
      label="Product or permission"
      placeholder="Search products and permission groups"
      choicesOf={choicesOf}
      onChoose={(id) => {
        const colon = id.indexOf(':')
        onChoose({ ...ABOUT_NOTHING, [id.slice(0, colon)]: id.slice(colon + 1) })
      }}
      onClose={onClose}
    />
  )
}
