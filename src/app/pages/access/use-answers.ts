import { useDeferredValue } from 'react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { identityOf } from '#app/queries/identity.ts'
import { COMPUTED, runSteps } from '#app/queries/run-steps.ts'
import type { Moment } from '#domain/reach/effective.ts'
import { answerSteps, type Answers } from '#domain/reach/question.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import type { Asked } from './asked.ts'

/** Answers, with the question they belong to. */
export type Answered = { asked: Asked; moment: Moment | null; answers: Answers }

/** The answers among these tokens, computed while the page stays usable. Until then, those of the question before. */
const answersQuery = (asked: Asked, reach: TokenReach[], moment: Moment | null) =>
  queryOptions<Answered>({
    queryKey: ['answers', identityOf(reach), asked, moment],
    queryFn: async ({ signal }) => ({
      asked,
      moment,
      answers: await runSteps(answerSteps(asked.question, reach, moment), signal),
    }),
    ...COMPUTED,
    gcTime: 10_000,
  })

export function useAnswers(asked: Asked, reach: TokenReach[] | undefined, moment: Moment | null) {
  const { data, isPlaceholderData } = useQuery({
    ...answersQuery(asked, reach ?? [], moment),
    enabled: reach !== undefined,
  })
  // Many rows are rendered while the page stays usable.
  const answered = useDeferredValue(data)
  return { answered, isCurrent: answered !== undefined && answered === data && !isPlaceholderData }
}
