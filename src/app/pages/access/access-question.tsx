import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { READY_QUESTIONS } from '#app/parts/ready-questions.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { NamedByTokens } from '#domain/reach/named-by-tokens.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { safeText } from '#domain/token/safe-text.ts'
import { nameInText } from '#domain/token/name.ts'
import { ABOUT_NOTHING, type Asked } from './asked.ts'
import type { AccessSearch } from './access-search.ts'
import { CallerAddress } from './caller-address.tsx'
import { PlaceMenu } from './place-menu.tsx'
import { QuestionPicker } from './question-picker.tsx'
import { TokenMenu } from './token-menu.tsx'
import { WhatMenu } from './what-menu.tsx'
import styles from './question.module.css'

type AccessQuestionProps = {
  asked: Asked
  search: AccessSearch
  /** Of the tokens read so far. */
  reach: TokenReach[]
  /** By their policies. */
  named: NamedByTokens
  catalogue: PermissionGroup[] | undefined
  /** Ms since 1970. */
  now: number
  onSearch: (changes: Partial<AccessSearch>) => void
}

type Part = 'what' | 'place' | 'token'

/** The question: a sentence whose parts are the fields of a form, and others to choose as they are. */
export function AccessQuestion({ asked, search, reach, named, catalogue, now, onSearch }: AccessQuestionProps) {
  const accountId = useAccountId()
  const { at, from, token: tokenId } = search
  const [open, setOpen] = useState<Part | null>(null)
  const close = () => setOpen(null)
  const token = reach.find((one) => one.token.id === tokenId)?.token
  return (
    <Card className={styles.card}>
      <section aria-label="Question">
        {tokenId === undefined ? (
          <div className={styles.question}>
            <span>Which tokens can</span>
            <span className={styles.level}>
              <select
                aria-label="Level"
                value={asked.can.value}
                onChange={({ target }) =>
                  onSearch({ can: target.value === asked.usualCan.value ? undefined : target.value })
                }
              >
                {asked.cans.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
              <Icon of={ChevronDown} />
            </span>
            <QuestionPicker label="Product or permission" value={asked.what} onOpen={() => setOpen('what')} />
            <span>on</span>
            <span className={styles.end}>
              <QuestionPicker label="Resource" value={asked.where ?? 'any resource'} onOpen={() => setOpen('place')} />?
            </span>
          </div>
        ) : (
          <div className={styles.question}>
            <span>What can</span>
            <span className={styles.end}>
              <QuestionPicker
                label="Token"
                value={safeText(token ? nameInText(token) : tokenId)}
                onOpen={() => setOpen('token')}
              />
              do?
            </span>
          </div>
        )}
        <div className={styles.ready}>
          <span className="quiet">Or ask</span>
          <ul>
            {READY_QUESTIONS.map(({ label, search: ready }) => (
              <li key={label}>
                <Link
                  className={styles.pill}
                  href={paths.access(accountId, { ...ready, at, from })}
                  resetScroll={false}
                >
                  {label}
                </Link>
              </li>
            ))}
            <li>
              <button type="button" className={styles.pill} aria-haspopup="dialog" onClick={() => setOpen('token')}>
                What can a token do?
              </button>
            </li>
          </ul>
        </div>
        {at !== 'written' && <CallerAddress from={from ?? ''} onFrom={(next) => onSearch({ from: next })} />}
      </section>
      {open === 'what' && <WhatMenu named={named} catalogue={catalogue} onChoose={onSearch} onClose={close} />}
      {open === 'place' && <PlaceMenu named={named} onChoose={(on) => onSearch({ on })} onClose={close} />}
      {open === 'token' && (
        <TokenMenu
          reach={reach}
          now={now}
          onChoose={(chosen) => onSearch({ ...ABOUT_NOTHING, can: undefined, on: undefined, token: chosen })}
          onClose={close}
        />
      )}
    </Card>
  )
}
