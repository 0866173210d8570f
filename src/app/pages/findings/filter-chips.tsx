import { X } from 'lucide-react'
import type { MouseEvent } from 'react'
import { TokenName } from '#app/parts/token-name.tsx'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { passFocus } from '#app/ui/pass-focus.ts'
import type { FindingFilter } from '#domain/findings/filter.ts'
import { RULES } from '#domain/findings/rules.ts'
import { spelledOut } from '#domain/text/hidden.ts'
import type { Token } from '#domain/token/token.ts'
import { TO_SEARCH } from './finding-view.ts'

type FilterChipsProps = {
  filter: FindingFilter
  tokens: ReadonlyMap<string, Token>
  onClear: (name: 'rule' | 'token') => void
}

/** The rule and the token that findings are narrowed to, each with a way to end it. */
export function FilterChips({ filter, tokens, onClear }: FilterChipsProps) {
  const rule = RULES.find(({ id }) => id === filter.rule)?.title ?? filter.rule
  const token = tokens.get(filter.token)?.name ?? filter.token
  const clear = ({ currentTarget }: MouseEvent<HTMLElement>, name: 'rule' | 'token') => {
    passFocus(currentTarget, TO_SEARCH)
    onClear(name)
  }
  return (
    <>
      {filter.rule !== '' && (
        <Button size="small" aria-label={`Clear the rule ${rule}`} onClick={(event) => clear(event, 'rule')}>
          {rule}
          <Icon of={X} />
        </Button>
      )}
      {filter.token !== '' && (
        <Button
          size="small"
          aria-label={`Clear the token ${spelledOut(token)}`}
          onClick={(event) => clear(event, 'token')}
        >
          <TokenName name={token} />
          <Icon of={X} />
        </Button>
      )}
    </>
  )
}
