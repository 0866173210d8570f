import { useDeferredValue } from 'react'
import { useQuery } from '@tanstack/react-query'
import { answersQuery, type Answered as AnsweredTo } from '#app/queries/answers.ts'
import type { Moment } from '#domain/reach/effective.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import type { Asked } from './asked.ts'

export type Answered = AnsweredTo<Asked>

export function useAnswers(asked: Asked, reach: TokenReach[] | undefined, moment: Moment | null) {
  const { data, isPlaceholderData } = useQuery({
    ...answersQuery(asked, reach ?? [], moment),
    enabled: reach !== undefined,
  })
  // Many rows are rendered while the page stays usable.
  const answered = useDeferredValue(data)
  return { answered, isCurrent: answered !== undefined && answered === data && !isPlaceholderData }
}
