import { ExternalLink } from '#app/ui/external-link.tsx'
import { formatDate } from '#app/ui/format-time.ts'
import { recipeById, recipeGroups } from '#domain/operations/recipes.ts'
import styles from './start-gallery.module.css'

/** What the chosen tool needs, and who says so. Nothing for a template that is for no tool. */
export function RecipeLine({ id }: { id: string | undefined }) {
  const recipe = recipeById(id)
  if (!recipe) return null
  const { note, source, date } = recipe
  return (
    <p className={styles.recipe}>
      What it needs: <b>{recipeGroups(recipe).join(', ')}</b>. {note} From{' '}
      <ExternalLink href={source.url}>{source.name}</ExternalLink>, <time dateTime={date}>{formatDate(date)}</time>.
    </p>
  )
}
