import { pool } from '../../database'

export const dynamic = 'force-dynamic'

const text = 'select r.id, r.body, i.prompt from response r join item i on i.id = r.item_id where r.id = $1'
const scores = [1, 2, 3, 4, 5]

export default async function Page({ params }) {
  const { id } = await params
  const { rows } = await pool.query({ name: 'item', text, values: [Number(id)] })
  const [item] = rows
  return (
    <main>
      <h1>Item {item.id}</h1>
      <p>{item.prompt}</p>
      <article>{item.body}</article>
      <form method="post" action="/api/score">
        {scores.map(category => (
          <fieldset key={category}>
            <legend>Category {category}</legend>
            {scores.map(value => (
              <label key={value}>
                <input type="radio" name={`category-${category}`} value={value} />
                {value}
              </label>
            ))}
          </fieldset>
        ))}
        <button type="submit">Submit</button>
      </form>
    </main>
  )
}
