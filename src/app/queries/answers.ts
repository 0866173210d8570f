import { queryOptions } from '@tanstack/react-query'
import type { Moment } from '#domain/reach/effective.ts'
import { answerSteps, type Answers, type Question } from '#domain/reach/question.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { identityOf } from './identity.ts'
import { COMPUTED, runSteps } from './run-steps.ts'

/** Answers, with the question they belong to and the number of tokens that were asked. */
export type Answered<Asked> = { asked: Asked; moment: Moment | null; answers: Answers; known: number }

/** The answers among these tokens, computed while the page stays usable. Until then, those of the question before. */
export const answersQuery = <Asked extends { question: Question }>(
  asked: Asked,
  reach: TokenReach[],
  moment: Moment | null,
) =>
  queryOptions<Answered<Asked>>({
    queryKey: ['answers', identityOf(reach), asked, moment],
    queryFn: async ({ signal }) => ({
      asked,
      moment,
      known: reach.length,
      answers: await runSteps(answerSteps(asked.question, reach, moment), signal),
    }),
    ...COMPUTED,
    gcTime: 10_000,
  })
