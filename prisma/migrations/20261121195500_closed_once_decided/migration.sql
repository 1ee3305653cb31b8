-- Whether the first answer stands, whatever the time: a hidden repeat of the item has been given, its known answer told,
-- or an adjudicator has seen it to decide.
CREATE OR REPLACE FUNCTION closed_for_revision(p_assignment uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM assignments a JOIN assignments r ON r.user_id = a.user_id AND r.item_id = a.item_id AND r.variant = a.variant
    WHERE a.id = p_assignment AND a.occasion = 'FIRST' AND r.occasion = 'REPEAT' AND r.state NOT IN ('RETURNED', 'CANCELLED'))
  OR EXISTS (
    SELECT 1 FROM assignments a JOIN disagreements d ON d.item_id = a.item_id AND d.variant = a.variant
      JOIN assignments h ON h.place_id = d.place_id
    WHERE a.id = p_assignment AND a.occasion = 'FIRST' AND h.occasion = 'ADJUDICATION' AND h.revealed_at IS NOT NULL)
  OR EXISTS (
    SELECT 1 FROM assignments a JOIN items i ON i.id = a.item_id JOIN studies t ON t.id = a.study_id
      JOIN protocols p ON p.study_id = t.id AND p.version = t.protocol_version
    WHERE a.id = p_assignment AND (i.purpose IN ('CALIBRATION', 'QUALIFICATION')
      OR i.purpose = 'GOLD' AND p.definition->'quality'->'gold'->>'feedback' = 'loud'))
$$;
