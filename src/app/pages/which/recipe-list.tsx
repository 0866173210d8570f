import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { useOffersChanges } from '#app/parts/use-offers-changes.ts'
import { Card } from '#app/ui/card.tsx'
import { RECIPES, recipeGroups } from '#domain/operations/recipes.ts'
import type { Recipe } from '#domain/operations/recipes/recipe.ts'
import { TOPICS, type Topic } from '#domain/operations/templates/listed-template.ts'
import { count } from '#domain/text/plural.ts'
import { linesOf } from './asked-text.ts'
import { TerraformPicker } from './terraform-picker.tsx'
import styles from './which.module.css'

type RecipeListProps = {
  accountId: string
  /** Asks what a text needs. */
  onAsk: (text: string) => void
}

/** What common tools need. */
export function RecipeList({ accountId, onAsk }: RecipeListProps) {
  return (
    <section id="recipes" aria-labelledby="recipes-title" className="stack">
      <div className={styles.title}>
        <h2 id="recipes-title">Recipes</h2>
        <p className="quiet">What common tools need</p>
      </div>
      {Object.entries(TOPICS).map(([topic, label]) => (
        <Topic key={topic} label={label} recipes={recipesOf(topic)} accountId={accountId} onAsk={onAsk} />
      ))}
      <TerraformPicker onAsk={onAsk} />
    </section>
  )
}

const recipesOf = (topic: string) => RECIPES.filter((recipe) => recipe.topic === (topic as Topic))

type TopicProps = RecipeListProps & { label: string; recipes: Recipe[] }

function Topic({ label, recipes, accountId, onAsk }: TopicProps) {
  const offersChanges = useOffersChanges(accountId || null)
  if (recipes.length === 0) return null
  return (
    <div className={styles.topic}>
      <h3>{label}</h3>
      <ul className={styles.recipes}>
        {recipes.map((recipe) => (
          <li key={recipe.id}>
            <Card className={styles.recipe}>
              <b>{recipe.title}</b>
              <p className="quiet">{groupsWords(recipeGroups(recipe))}</p>
              <div className={styles.links}>
                {offersChanges && (
                  <Link
                    href={paths.newToken(accountId, { template: recipe.id })}
                    aria-label={`Create a token for ${recipe.title}`}
                  >
                    Create a token
                  </Link>
                )}
                {recipe.calls.length > 0 && (
                  <button
                    type="button"
                    aria-label={`Its ${count(recipe.calls.length, 'request')}: ${recipe.title}`}
                    onClick={() => onAsk(linesOf(recipe.title, { calls: recipe.calls, groups: recipe.extraGroups }))}
                  >
                    Its {count(recipe.calls.length, 'request')}
                  </button>
                )}
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** So many are named. */
const NAMED = 4

const groupsWords = (names: string[]): string =>
  names.length > NAMED
    ? `${names.slice(0, NAMED).join(', ')} and ${count(names.length - NAMED, 'other')}`
    : names.join(', ')
