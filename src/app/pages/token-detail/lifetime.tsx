import type { CSSProperties } from 'react'
import { useNow } from '#app/parts/use-now.ts'
import { Card } from '#app/ui/card.tsx'
import { Section } from '#app/ui/section.tsx'
import { Time } from '#app/ui/time.tsx'
import { placeLabels, type LabelPlace } from '#domain/token/timeline-labels.ts'
import { lifeWords, timelineOf, type TimelineKind, type TimelinePoint } from '#domain/token/timeline.ts'
import { msOf } from '#domain/token/time.ts'
import type { Token } from '#domain/token/token.ts'
import { TimelineLine } from './timeline-line.tsx'
import styles from './timeline.module.css'

/** The share of a label in the narrowest line of each size, where it holds "Last used" and a date. */
const LABEL_WIDTHS = { wide: 0.1, narrow: 0.16 }
const SIZES = ['wide', 'narrow'] as const

/** The life of a token on a line, in the order of time. Where there is little room, the line is vertical. */
export function Lifetime({ token }: { token: Token }) {
  const now = useNow()
  const { points, spans, isOpen } = timelineOf(token, now)
  const places = {
    wide: placesOf(points, LABEL_WIDTHS.wide),
    narrow: placesOf(points, LABEL_WIDTHS.narrow),
  }
  const words = lifeWords(token, now)
  const missing = missingWords(token)

  return (
    <Card>
      <Section title="Lifetime" actions={words && <span className="quiet">{words}</span>}>
        <div className={styles.timeline}>
          {SIZES.map((size) => (
            <TimelineLine
              key={size}
              size={size}
              spans={spans}
              labels={points.map((point, index) => ({ ...point, place: places[size][index] ?? NO_PLACE }))}
              isOpen={isOpen}
              labelWidth={LABEL_WIDTHS[size]}
            />
          ))}
          <ol
            className={styles.labels}
            aria-label="Lifetime"
            data-below={SIZES.filter((size) => places[size].some(({ lane }) => lane === 'below')).join(' ')}
          >
            {points.map(({ kind, at }, index) => (
              <li key={kind} data-kind={kind} style={placeStyle(places.wide[index], places.narrow[index])}>
                <b>{labelOf(kind, at > now)}</b>
                <span className="visually-hidden">: </span>
                <Time
                  value={new Date(at).toISOString()}
                  missing=""
                  now={now}
                  format={kind === 'used' ? 'relative' : 'date'}
                />
              </li>
            ))}
          </ol>
        </div>
        {missing && <p className={styles.missing}>{missing}</p>}
      </Section>
    </Card>
  )
}

const placesOf = (points: TimelinePoint[], width: number) =>
  placeLabels(
    points.map(({ kind, x }) => ({ x, prefers: kind === 'used' || kind === 'starts' ? 'below' : 'above' })),
    width,
  )

/** React's type of a style knows no variables. */
const placeStyle = (wide: LabelPlace = NO_PLACE, narrow: LabelPlace = NO_PLACE) =>
  ({
    '--wide-from': wide.from,
    '--wide-align': wide.align,
    '--wide-top': wide.lane === 'below' ? '64px' : 0,
    '--narrow-from': narrow.from,
    '--narrow-align': narrow.align,
    '--narrow-top': narrow.lane === 'below' ? '64px' : 0,
  }) as CSSProperties

const NO_PLACE: LabelPlace = { from: 0, lane: 'above', align: 'start' }

function labelOf(kind: TimelineKind, isAhead: boolean): string {
  if (kind === 'starts') return isAhead ? 'Starts' : 'Started'
  if (kind === 'expires') return isAhead ? 'Expires' : 'Expired'
  return { issued: 'Issued', modified: 'Modified', used: 'Last used', now: 'Now' }[kind]
}

/** What has no place on the line: "Issued: unknown. Never used." */
function missingWords(token: Token): string {
  const unreadable = [
    ['Issued', token.issuedOn ?? 'unknown'],
    ['Modified', token.modifiedOn ?? 'unknown'],
    ['Starts', token.notBefore],
    ['Last used', token.lastUsedOn],
    ['Expires', token.expiresOn],
  ].flatMap(([label, text]) => (typeof text === 'string' && Number.isNaN(msOf(text)) ? [`${label}: ${text}.`] : []))
  return [...unreadable, ...(token.lastUsedOn === null ? ['Never used.'] : [])].join(' ')
}
