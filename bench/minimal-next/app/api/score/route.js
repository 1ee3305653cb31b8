import { pool } from '../../database'

const text =
  'insert into score (response_id, annotator_id, category, value) values ($1, $2, $3, $4) on conflict do nothing'

export async function POST(request) {
  const { response, annotator, category, value } = await request.json()
  await pool.query({ name: 'score', text, values: [response, annotator, category, value] })
  return Response.json({ ok: true })
}
