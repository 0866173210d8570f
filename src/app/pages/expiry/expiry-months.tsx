import { grouped } from '#domain/text/plural.ts'
import type { Period } from './periods.ts'

/** The chart as a table by month, for screen readers. */
export function ExpiryMonths({ weeks }: { weeks: Period[] }) {
  const endings = weeks.flatMap((week) => week.endings)
  const months = [...new Set(endings.map(monthOf))]
  return (
    <table className="visually-hidden" aria-label="Expiring tokens by month">
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col">Tokens</th>
          <th scope="col">In use</th>
        </tr>
      </thead>
      <tbody>
        {months.map((month) => {
          const ofMonth = endings.filter((ending) => monthOf(ending) === month)
          return (
            <tr key={month}>
              <th scope="row">{month}</th>
              <td>{grouped(ofMonth.length)}</td>
              <td>{grouped(ofMonth.filter(({ isInUse }) => isInUse).length)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const monthOf = ({ at }: Period['endings'][number]) => new Date(at ?? 0).toISOString().slice(0, 7)
