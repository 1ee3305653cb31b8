CREATE OR REPLACE FUNCTION blinded_assignment(p_assignment uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'id', a.id,
    'language', i.language,
    'category', (SELECT jsonb_build_object('code', c.code, 'name', c.name) FROM categories c WHERE c.id = i.category_id),
    'messages', i.messages,
    'references', to_jsonb(i.references),
    'responses', (
      SELECT jsonb_agg(jsonb_build_object('turns', to_jsonb(r.turns)) ORDER BY o.slot)
      FROM unnest(p.slot_order) WITH ORDINALITY o(response_id, slot) JOIN responses r ON r.id = o.response_id))
  FROM assignments a JOIN places p ON p.id = a.place_id JOIN items i ON i.id = a.item_id
  WHERE a.id = p_assignment
$$;
