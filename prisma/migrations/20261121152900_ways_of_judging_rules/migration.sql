-- Reserved places (gold items, training, repeats, adjudication), pairs, rubrics, and what is revealed after the first
-- ratings. Replaces functions of the rules migration; the order of locks stays: membership, place, assignment, draft.

ALTER TABLE "places" ADD CONSTRAINT "places_variant" CHECK (variant >= 0);
ALTER TABLE "places" ADD CONSTRAINT "places_repeat" CHECK (repeat_after IS NULL OR repeat_after >= 1);
ALTER TABLE "rubrics" ADD CONSTRAINT "rubrics_version" CHECK (version >= 1);
ALTER TABLE "judgments" ADD CONSTRAINT "judgments_excluded" CHECK ((excluded_at IS NULL) = (excluded_reason IS NULL));
ALTER TABLE "study_annotators" ADD CONSTRAINT "study_annotators_halted" CHECK ((halted_at IS NULL) = (halted_reason IS NULL));
ALTER TABLE "items" ADD CONSTRAINT "items_expected" CHECK (expected IS NULL OR purpose <> 'STUDY');

-- Judgments made so far count as submissions of their annotators.
UPDATE "study_annotators" m SET submitted = n.count
FROM (SELECT study_id, user_id, count(*)::int AS count FROM judgments WHERE origin = 'LIVE' AND revision = 1 GROUP BY 1, 2) n
WHERE n.study_id = m.study_id AND n.user_id = m.user_id;


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
    'responses', (
      SELECT jsonb_agg(jsonb_build_object('turns', to_jsonb(r.turns)) ORDER BY o.slot)
      FROM unnest(p.slot_order) WITH ORDINALITY o(response_id, slot) JOIN responses r ON r.id = o.response_id))
  FROM assignments a JOIN places p ON p.id = a.place_id JOIN items i ON i.id = a.item_id
  WHERE a.id = p_assignment
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

  most := COALESCE(member.quota, (p_rules->>'quota')::int);
  IF most IS NOT NULL AND most <= (
    SELECT count(*) FROM assignments WHERE user_id = p_user AND study_id = p_study AND state IN ('AHEAD', 'SHOWN', 'SUBMITTED'))
  THEN RETURN NULL; END IF;

  tags := member.languages;
  IF p_rules->'languageQuotas' <> '{}'::jsonb THEN
    tags := ARRAY(
      SELECT t FROM unnest(member.languages) WITH ORDINALITY l(t, n)
      WHERE NOT (p_rules->'languageQuotas' ? t) OR (p_rules->'languageQuotas'->>t)::int > (
        SELECT count(*) FROM assignments a JOIN places p ON p.id = a.place_id
        WHERE a.user_id = p_user AND a.study_id = p_study AND a.state IN ('AHEAD', 'SHOWN', 'SUBMITTED') AND p.language = t)
      ORDER BY n);
  END IF;

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

CREATE OR REPLACE FUNCTION hold_place(p_assignment uuid, p_rules jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  place places%ROWTYPE;
  held assignments%ROWTYPE;
  until timestamptz := now() + ms((p_rules->>'leaseMs')::numeric);
BEGIN
  SELECT p.* INTO place FROM places p JOIN assignments a ON a.place_id = p.id WHERE a.id = p_assignment FOR UPDATE OF p;
  SELECT * INTO held FROM assignments WHERE id = p_assignment FOR UPDATE;
  IF held.state NOT IN ('AHEAD', 'SHOWN', 'RETURNED') OR (held.state = 'RETURNED' AND place.state <> 'FREE')
     OR (held.state = 'RETURNED' AND EXISTS (SELECT 1 FROM assignments a WHERE a.user_id = held.user_id AND a.item_id = held.item_id
                  AND a.occasion = held.occasion AND a.variant = held.variant AND a.state NOT IN ('RETURNED', 'CANCELLED')))
  THEN RETURN false; END IF;
  UPDATE assignments SET state = 'SHOWN', shown_at = COALESCE(shown_at, now()), lease_until = until, ended_at = NULL WHERE id = p_assignment;
  UPDATE places SET state = 'HELD', holder_id = p_assignment, ahead = false,
    takeover_at = GREATEST(until, held.draft_started_at + ms((p_rules->>'draftProtectionMs')::numeric)) WHERE id = place.id;
  RETURN true;
END $$;

-- Also counts submissions, keeps what was entered before something was revealed, and plans the hidden repeat.
CREATE OR REPLACE FUNCTION submit_judgment(
  p_study uuid, p_user uuid, p_assignment uuid, p_key uuid, p_hash bytea, p_protocol_version int, p_active_ms int, p_ratings jsonb, p_rules jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  place places%ROWTYPE;
  held assignments%ROWTYPE;
  earlier judgments%ROWTYPE;
  judgment_id uuid := gen_random_uuid();
BEGIN
  PERFORM 1 FROM study_annotators WHERE study_id = p_study AND user_id = p_user FOR UPDATE;
  SELECT p.* INTO place FROM places p JOIN assignments a ON a.place_id = p.id WHERE a.id = p_assignment FOR UPDATE OF p;
  SELECT * INTO held FROM assignments WHERE id = p_assignment FOR UPDATE;

  SELECT * INTO earlier FROM judgments WHERE idempotency_key = p_key;
  IF FOUND THEN
    IF earlier.assignment_id <> p_assignment OR earlier.payload_hash <> p_hash THEN RETURN jsonb_build_object('status', 'key_reused'); END IF;
    RETURN advance_repeated(p_study, p_user, p_rules) || jsonb_build_object('status', 'repeated', 'judgment', earlier.id);
  END IF;
  IF (SELECT state FROM studies WHERE id = p_study) NOT IN ('OPEN', 'PAUSED') THEN RETURN jsonb_build_object('status', 'closed'); END IF;
  IF held.state NOT IN ('SHOWN', 'AHEAD') AND NOT (held.state = 'RETURNED' AND hold_place(p_assignment, p_rules)) THEN
    RETURN jsonb_build_object('status', lower(held.state::text));
  END IF;

  INSERT INTO judgments (id, study_id, item_id, assignment_id, user_id, occasion, protocol_version, active_ms, idempotency_key, payload_hash)
  VALUES (judgment_id, p_study, held.item_id, p_assignment, p_user, held.occasion, p_protocol_version,
          -- never more than the time since it was shown
          LEAST(p_active_ms, CEIL(EXTRACT(EPOCH FROM now() - COALESCE(held.shown_at, held.leased_at)) * 1000))::int, p_key, p_hash);
  INSERT INTO ratings (judgment_id, criterion, slot, response_id, value, text, choice, cannot_judge, first_value)
  SELECT judgment_id, r.criterion, r.slot, CASE WHEN r.slot > 0 THEN place.slot_order[r.slot] END, r.value, r.text, r.choice, r."cannotJudge",
    CASE WHEN held.revealed_at IS NOT NULL THEN (
      SELECT e.value FROM first_ratings f, jsonb_to_recordset(f.ratings) e(criterion text, slot int, value int)
      WHERE f.assignment_id = p_assignment AND e.criterion = r.criterion AND e.slot = r.slot) END
  FROM jsonb_to_recordset(p_ratings) r(criterion text, slot int, value int, text text, choice jsonb, "cannotJudge" text);
  UPDATE assignments SET state = 'SUBMITTED', ended_at = now(), shown_at = COALESCE(shown_at, leased_at) WHERE id = p_assignment;
  UPDATE places SET state = 'JUDGED', holder_id = NULL, takeover_at = NULL, ahead = false WHERE id = place.id;
  UPDATE study_annotators SET submitted = submitted + 1 WHERE study_id = p_study AND user_id = p_user;
  IF place.repeat_after IS NOT NULL AND place.occasion = 'FIRST' THEN
    -- The same item once more for the same person, later, with every response in another slot.
    INSERT INTO places (study_id, item_id, occasion, round, variant, for_user_id, due_after, pick_key, slot_order, omitted, language, category_id)
    SELECT p_study, place.item_id, 'REPEAT', place.round, place.variant, p_user, m.submitted + place.repeat_after, place.pick_key,
      place.slot_order[2:] || place.slot_order[1:1], place.omitted, place.language, place.category_id
    FROM study_annotators m WHERE m.study_id = p_study AND m.user_id = p_user
    ON CONFLICT DO NOTHING;
  END IF;
  DELETE FROM drafts WHERE assignment_id = p_assignment;
  RETURN advance_annotator(p_study, p_user, p_rules) || jsonb_build_object('status', 'submitted', 'judgment', judgment_id);
END $$;

-- Locks what has been entered so far as the first ratings; from here on the rest may be shown. The first lock stays,
-- however often it is asked for. status: revealed | closed | or the state that refuses it, in lower case.
CREATE FUNCTION reveal_assignment(p_study uuid, p_user uuid, p_assignment uuid, p_ratings jsonb, p_active_ms int, p_rules jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  held assignments%ROWTYPE;
BEGIN
  PERFORM 1 FROM study_annotators WHERE study_id = p_study AND user_id = p_user FOR UPDATE;
  PERFORM 1 FROM places p JOIN assignments a ON a.place_id = p.id WHERE a.id = p_assignment FOR UPDATE OF p;
  SELECT * INTO held FROM assignments WHERE id = p_assignment FOR UPDATE;
  IF held.revealed_at IS NOT NULL THEN RETURN jsonb_build_object('status', 'revealed'); END IF;
  IF (SELECT state FROM studies WHERE id = p_study) NOT IN ('OPEN', 'PAUSED') THEN RETURN jsonb_build_object('status', 'closed'); END IF;
  IF held.state <> 'SHOWN' AND NOT hold_place(p_assignment, p_rules) THEN
    RETURN jsonb_build_object('status', lower(held.state::text));
  END IF;
  INSERT INTO first_ratings (assignment_id, ratings, active_ms) VALUES (p_assignment, p_ratings,
    LEAST(p_active_ms, CEIL(EXTRACT(EPOCH FROM now() - COALESCE(held.shown_at, held.leased_at)) * 1000))::int);
  UPDATE assignments SET revealed_at = now() WHERE id = p_assignment;
  RETURN jsonb_build_object('status', 'revealed');
END $$;
