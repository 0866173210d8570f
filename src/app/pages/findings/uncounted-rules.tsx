import type { Uncounted } from '#domain/findings/uncounted.ts'
import { ruleOf } from './finding-view.ts'

/** The rules that were judged without all zones or buckets, a quiet line each. */
export const UncountedRules = ({ uncounted }: { uncounted: Uncounted[] }) =>
  uncounted.map(({ rule, why }) => (
    <p key={rule} className="quiet">
      Judged in part: {ruleOf(rule).title}. {why}
    </p>
  ))
