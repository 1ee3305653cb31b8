-- Quality control: quotas count items of the study alone, training says how far it is, and what the sweep remembers.

ALTER TABLE "studies" ADD COLUMN     "checked_until" TIMESTAMPTZ(3);
ALTER TABLE "study_annotators" ADD COLUMN     "flagged_at" TIMESTAMPTZ(3),
ADD COLUMN     "gold_since" TIMESTAMPTZ(3);

CREATE INDEX "places_training" ON "places"("for_user_id", "study_id") WHERE (due_after < 0);

-- The caller (server/blinding) takes out what may not be seen yet; occasion never leaves it.
CREATE OR REPLACE FUNCTION blinded_assignment(p_assignment uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'id', a.id,
    'language', i.language,
    'category', (SELECT jsonb_build_object('code', c.code, 'name', c.name) FROM categories c WHERE c.id = i.category_id),
    'messages', i.messages,
    'references', to_jsonb(i.references),
    'sourceLanguage', i.source_language,
    'context', i.context,
    'rubric', (SELECT jsonb_build_object('version', u.version, 'points', u.points) FROM rubrics u WHERE u.item_id = i.id ORDER BY u.version DESC LIMIT 1),
    'omitted', to_jsonb(p.omitted),
    'occasion', a.occasion,
    'revealed', a.revealed_at IS NOT NULL,
    -- How far the training is: the annotator knows that it is one.
    'training', CASE WHEN p.due_after < 0 THEN (
      SELECT jsonb_build_object('number', count(*) FILTER (WHERE (q.due_after, q.pick_key) <= (p.due_after, p.pick_key)), 'total', count(*))
      FROM places q WHERE q.study_id = p.study_id AND q.for_user_id = p.for_user_id AND q.due_after < 0 AND q.variant / 1000 = p.variant / 1000) END,
    'responses', (
      SELECT jsonb_agg(jsonb_build_object('turns', to_jsonb(r.turns)) ORDER BY o.slot)
      FROM unnest(p.slot_order) WITH ORDINALITY o(response_id, slot) JOIN responses r ON r.id = o.response_id))
  FROM assignments a JOIN places p ON p.id = a.place_id JOIN items i ON i.id = a.item_id
  WHERE a.id = p_assignment
$$;

-- The keys of a person's languages whose quota is not used up, in their order.
CREATE OR REPLACE FUNCTION open_languages(p_study uuid, p_user uuid, p_keys text[], p_quotas jsonb) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN p_quotas = '{}'::jsonb THEN p_keys ELSE ARRAY(
    SELECT t FROM unnest(p_keys) WITH ORDINALITY l(t, n)
    WHERE NOT (p_quotas ? language_target(t)) OR (p_quotas->>language_target(t))::int > (
      SELECT count(*) FROM assignments a JOIN places p ON p.id = a.place_id JOIN items i ON i.id = a.item_id
      WHERE a.user_id = p_user AND a.study_id = p_study AND a.state IN ('AHEAD', 'SHOWN', 'SUBMITTED')
        AND a.occasion IN ('FIRST', 'BRIDGE') AND i.purpose = 'STUDY' AND language_target(p.language) = language_target(t))
    ORDER BY n) END
$$;

-- Reserved places that are due come first; places that anybody may have follow, as before.
CREATE OR REPLACE FUNCTION lease_place(p_study uuid, p_user uuid, p_ahead boolean, p_rules jsonb) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  member study_annotators%ROWTYPE;
  tags text[];
  tag text;
  mode text := p_rules->>'expertise';
  most int;
  picked places%ROWTYPE;
  handle uuid := gen_random_uuid();
  until timestamptz := now() + ms((p_rules->>(CASE WHEN p_ahead THEN 'aheadIdleMs' ELSE 'leaseMs' END))::numeric);
BEGIN
  SELECT * INTO member FROM study_annotators WHERE study_id = p_study AND user_id = p_user AND removed_at IS NULL FOR UPDATE;
  IF NOT FOUND OR member.halted_at IS NOT NULL OR member.qualification = 'FAILED'
    OR (SELECT state FROM studies WHERE id = p_study) <> 'OPEN' THEN RETURN NULL; END IF;

  -- The quota counts what results are made of; what checks annotators comes on top.
  most := COALESCE(member.quota, (p_rules->>'quota')::int);
  tags := CASE WHEN most IS NULL OR most > (
    SELECT count(*) FROM assignments a JOIN items i ON i.id = a.item_id
    WHERE a.user_id = p_user AND a.study_id = p_study AND a.state IN ('AHEAD', 'SHOWN', 'SUBMITTED')
      AND a.occasion IN ('FIRST', 'BRIDGE') AND i.purpose = 'STUDY')
    THEN open_languages(p_study, p_user, member.languages, p_rules->'languageQuotas') ELSE '{}' END;

  -- What is reserved for this person and due. A look-ahead is shown after the item that is on the screen now.
  SELECT f.* INTO picked FROM places f
  WHERE f.for_user_id = p_user AND f.study_id = p_study AND f.state = 'FREE'
    AND f.due_after <= CASE WHEN member.qualification = 'PENDING' THEN -1 ELSE member.submitted + CASE WHEN p_ahead THEN 1 ELSE 0 END END
    AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.user_id = p_user AND a.item_id = f.item_id AND a.occasion = f.occasion
                    AND a.variant = f.variant AND a.state NOT IN ('RETURNED', 'CANCELLED'))
  ORDER BY f.due_after, f.pick_key LIMIT 1 FOR UPDATE SKIP LOCKED;
  -- Training comes before all else; its last judgment decides what follows.
  IF picked.id IS NULL AND member.qualification = 'PENDING' THEN RETURN NULL; END IF;

  FOREACH tag IN ARRAY CASE WHEN picked.id IS NULL THEN tags ELSE '{}' END LOOP
    IF mode <> 'ignore' THEN
      SELECT p.* INTO picked FROM unnest(member.expertise_ids) e(category_id) CROSS JOIN LATERAL (
        SELECT * FROM places f
        WHERE f.study_id = p_study AND f.language = tag AND f.category_id = e.category_id AND f.state = 'FREE' AND f.for_user_id IS NULL
          AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.user_id = p_user AND a.item_id = f.item_id
                          AND a.occasion = f.occasion AND a.variant = f.variant AND a.state NOT IN ('RETURNED', 'CANCELLED'))
        ORDER BY f.round, f.pick_key LIMIT 1 FOR UPDATE SKIP LOCKED) p
      ORDER BY p.round, p.pick_key LIMIT 1;
    END IF;
    IF picked.id IS NULL AND mode <> 'require' THEN
      SELECT f.* INTO picked FROM places f
      WHERE f.study_id = p_study AND f.language = tag AND f.state = 'FREE' AND f.for_user_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.user_id = p_user AND a.item_id = f.item_id
                        AND a.occasion = f.occasion AND a.variant = f.variant AND a.state NOT IN ('RETURNED', 'CANCELLED'))
      ORDER BY f.round, f.pick_key LIMIT 1 FOR UPDATE SKIP LOCKED;
    END IF;
    EXIT WHEN picked.id IS NOT NULL;
  END LOOP;

  IF picked.id IS NULL THEN
    SELECT h.* INTO picked FROM places h
    WHERE h.study_id = p_study AND h.language = ANY (tags) AND h.state = 'HELD' AND h.for_user_id IS NULL
      AND (h.takeover_at < now() OR (h.ahead AND NOT p_ahead))
      AND (mode <> 'require' OR h.category_id = ANY (member.expertise_ids))
      AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.user_id = p_user AND a.item_id = h.item_id
                      AND a.occasion = h.occasion AND a.variant = h.variant AND a.state NOT IN ('RETURNED', 'CANCELLED'))
    ORDER BY h.ahead DESC, h.takeover_at LIMIT 1 FOR UPDATE SKIP LOCKED;
    IF picked.id IS NULL THEN
      -- Nothing else is left: what is reserved for later comes now.
      SELECT f.* INTO picked FROM places f
      WHERE f.for_user_id = p_user AND f.study_id = p_study AND f.state = 'FREE'
        AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.user_id = p_user AND a.item_id = f.item_id AND a.occasion = f.occasion
                        AND a.variant = f.variant AND a.state NOT IN ('RETURNED', 'CANCELLED'))
      ORDER BY f.due_after, f.pick_key LIMIT 1 FOR UPDATE SKIP LOCKED;
    END IF;
    IF picked.id IS NULL THEN RETURN NULL; END IF;
    UPDATE assignments SET state = CASE state WHEN 'AHEAD' THEN 'RETURNED' ELSE 'TAKEN' END::"AssignmentState", ended_at = now()
    WHERE id = picked.holder_id;
  END IF;

  INSERT INTO assignments (id, place_id, study_id, item_id, user_id, occasion, variant, state, lease_until, shown_at)
  VALUES (handle, picked.id, p_study, picked.item_id, p_user, picked.occasion, picked.variant,
          (CASE WHEN p_ahead THEN 'AHEAD' ELSE 'SHOWN' END)::"AssignmentState", until, CASE WHEN NOT p_ahead THEN now() END);
  UPDATE places SET state = 'HELD', holder_id = handle, ahead = p_ahead, takeover_at = until WHERE id = picked.id;
  RETURN handle;
END $$;

-- Whether the first answer stands, whatever the time: a hidden repeat of the item has been given, or its known answer told.
CREATE FUNCTION closed_for_revision(p_assignment uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM assignments a JOIN assignments r ON r.user_id = a.user_id AND r.item_id = a.item_id AND r.variant = a.variant
    WHERE a.id = p_assignment AND a.occasion = 'FIRST' AND r.occasion = 'REPEAT' AND r.state NOT IN ('RETURNED', 'CANCELLED'))
  OR EXISTS (
    SELECT 1 FROM assignments a JOIN items i ON i.id = a.item_id JOIN studies t ON t.id = a.study_id
      JOIN protocols p ON p.study_id = t.id AND p.version = t.protocol_version
    WHERE a.id = p_assignment AND (i.purpose IN ('CALIBRATION', 'QUALIFICATION')
      OR i.purpose = 'GOLD' AND p.definition->'quality'->'gold'->>'feedback' = 'loud'))
$$;
