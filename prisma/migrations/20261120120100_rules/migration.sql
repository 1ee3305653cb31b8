-- Rules that the schema language cannot say. Each function belongs to one domain and is called from its commands
-- (docs/decisions/0003-hot-writes-in-the-database.md). All of them expect READ COMMITTED.

-- ── checks ──────────────────────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "users" ADD CONSTRAINT "users_email_lower" CHECK (email = lower(email));
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_uses" CHECK (uses >= 0 AND uses <= max_uses AND max_uses >= 1);
ALTER TABLE "places" ADD CONSTRAINT "places_holder" CHECK ((state = 'HELD') = (holder_id IS NOT NULL AND takeover_at IS NOT NULL));
ALTER TABLE "places" ADD CONSTRAINT "places_round" CHECK (round >= 1);
ALTER TABLE "judgments" ADD CONSTRAINT "judgments_origin" CHECK (
  CASE origin WHEN 'LIVE' THEN assignment_id IS NOT NULL AND user_id IS NOT NULL ELSE assignment_id IS NULL END);
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_one_value" CHECK (num_nonnulls(value, text, choice, cannot_judge) = 1);
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_slot" CHECK (slot BETWEEN 0 AND 8 AND (slot = 0 OR response_id IS NOT NULL));

-- ── audit: append-only, hash-chained ────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION append_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head record;
BEGIN
  PERFORM pg_advisory_xact_lock(730100); -- one writer at a time: the chain never forks
  SELECT seq, hash INTO head FROM audit_entries ORDER BY seq DESC LIMIT 1;
  NEW.seq := COALESCE(head.seq, 0) + 1;
  NEW.prev_hash := COALESCE(head.hash, decode(repeat('00', 32), 'hex'));
  NEW.hash := sha256(NEW.prev_hash || convert_to(NEW.seq::text || E'\n' || NEW.body, 'UTF8'));
  RETURN NEW;
END $$;

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is append-only';
END $$;

CREATE TRIGGER "audit_append" BEFORE INSERT ON "audit_entries" FOR EACH ROW EXECUTE FUNCTION append_audit_entry();
CREATE TRIGGER "audit_no_change" BEFORE UPDATE OR DELETE ON "audit_entries" FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER "audit_no_truncate" BEFORE TRUNCATE ON "audit_entries" FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- ── items: the seven categories of the general-chat tables ──────────────────────────────────────────────────────────

INSERT INTO "categories" (id, code, name, short_name, aliases, position) VALUES
  (gen_random_uuid(), 'math', 'Mathematics', 'Math', ARRAY['mathematics', 'maths'], 1),
  (gen_random_uuid(), 'text-processing', 'Text Processing', 'Text Proc.', ARRAY['text processing', 'extraction', 'summarization'], 2),
  (gen_random_uuid(), 'subjective-qa', 'Subjective QA', 'Subj. QA', ARRAY['subjective qa', 'subjective question answering'], 3),
  (gen_random_uuid(), 'objective-qa', 'Objective QA', 'Obj. QA', ARRAY['objective qa', 'objective question answering', 'factual qa'], 4),
  (gen_random_uuid(), 'text-generation', 'Text Generation', 'Text Gen.', ARRAY['text generation', 'writing', 'roleplay'], 5),
  (gen_random_uuid(), 'logic', 'Logical Reasoning', 'Logic', ARRAY['logical reasoning', 'reasoning'], 6),
  (gen_random_uuid(), 'code', 'Code Instructions', 'Code', ARRAY['code instructions', 'coding', 'programming'], 7);

-- ── blinding: what an annotator may see of an assignment, and nothing else ──────────────────────────────────────────

CREATE FUNCTION blinded_assignment(p_assignment uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
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

-- ── assignments ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- Locks are always taken in this order: the annotator's membership, a place, its assignment. So leasing is serial per
-- person, parallel between people, and never waits in a circle.
-- p_rules: {leaseMs, aheadIdleMs, draftProtectionMs, quota, languageQuotas: {tag: n}, expertise: "ignore"|"prefer"|"require"}

CREATE FUNCTION ms(p_ms numeric) RETURNS interval LANGUAGE sql IMMUTABLE AS $$ SELECT make_interval(secs => (p_ms / 1000)::double precision) $$;

-- Gives a place to an annotator under a new random handle. p_ahead: for look-ahead, which takes only what is free or
-- expired; otherwise other people's look-ahead yields, too. Null: there is nothing.
CREATE FUNCTION lease_place(p_study uuid, p_user uuid, p_ahead boolean, p_rules jsonb) RETURNS uuid LANGUAGE plpgsql AS $$
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
  IF NOT FOUND OR (SELECT state FROM studies WHERE id = p_study) <> 'OPEN' THEN RETURN NULL; END IF;

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

  FOREACH tag IN ARRAY tags LOOP
    IF mode <> 'ignore' THEN
      SELECT p.* INTO picked FROM unnest(member.expertise_ids) e(category_id) CROSS JOIN LATERAL (
        SELECT * FROM places f
        WHERE f.study_id = p_study AND f.language = tag AND f.category_id = e.category_id AND f.state = 'FREE'
          AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.user_id = p_user AND a.item_id = f.item_id
                          AND a.occasion = f.occasion AND a.state NOT IN ('RETURNED', 'CANCELLED'))
        ORDER BY f.round, f.pick_key LIMIT 1 FOR UPDATE SKIP LOCKED) p
      ORDER BY p.round, p.pick_key LIMIT 1;
    END IF;
    IF picked.id IS NULL AND mode <> 'require' THEN
      SELECT f.* INTO picked FROM places f
      WHERE f.study_id = p_study AND f.language = tag AND f.state = 'FREE'
        AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.user_id = p_user AND a.item_id = f.item_id
                        AND a.occasion = f.occasion AND a.state NOT IN ('RETURNED', 'CANCELLED'))
      ORDER BY f.round, f.pick_key LIMIT 1 FOR UPDATE SKIP LOCKED;
    END IF;
    EXIT WHEN picked.id IS NOT NULL;
  END LOOP;

  IF picked.id IS NULL THEN
    SELECT h.* INTO picked FROM places h
    WHERE h.study_id = p_study AND h.language = ANY (tags) AND h.state = 'HELD'
      AND (h.takeover_at < now() OR (h.ahead AND NOT p_ahead))
      AND (mode <> 'require' OR h.category_id = ANY (member.expertise_ids))
      AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.user_id = p_user AND a.item_id = h.item_id
                      AND a.occasion = h.occasion AND a.state NOT IN ('RETURNED', 'CANCELLED'))
    ORDER BY h.ahead DESC, h.takeover_at LIMIT 1 FOR UPDATE SKIP LOCKED;
    IF picked.id IS NULL THEN RETURN NULL; END IF;
    UPDATE assignments SET state = CASE state WHEN 'AHEAD' THEN 'RETURNED' ELSE 'TAKEN' END::"AssignmentState", ended_at = now()
    WHERE id = picked.holder_id;
  END IF;

  INSERT INTO assignments (id, place_id, study_id, item_id, user_id, occasion, state, lease_until, shown_at)
  VALUES (handle, picked.id, p_study, picked.item_id, p_user, picked.occasion,
          (CASE WHEN p_ahead THEN 'AHEAD' ELSE 'SHOWN' END)::"AssignmentState", until, CASE WHEN NOT p_ahead THEN now() END);
  UPDATE places SET state = 'HELD', holder_id = handle, ahead = p_ahead, takeover_at = until WHERE id = picked.id;
  RETURN handle;
END $$;

-- Shows an assignment that was leased ahead (also one that went back meanwhile, if its place is still free).
-- False: it is not this person's any more.
CREATE FUNCTION hold_place(p_assignment uuid, p_rules jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  place places%ROWTYPE;
  held assignments%ROWTYPE;
  until timestamptz := now() + ms((p_rules->>'leaseMs')::numeric);
BEGIN
  SELECT p.* INTO place FROM places p JOIN assignments a ON a.place_id = p.id WHERE a.id = p_assignment FOR UPDATE OF p;
  SELECT * INTO held FROM assignments WHERE id = p_assignment FOR UPDATE;
  IF held.state NOT IN ('AHEAD', 'SHOWN', 'RETURNED') OR (held.state = 'RETURNED' AND place.state <> 'FREE')
     OR (held.state = 'RETURNED' AND EXISTS (SELECT 1 FROM assignments a WHERE a.user_id = held.user_id AND a.item_id = held.item_id
                  AND a.occasion = held.occasion AND a.state NOT IN ('RETURNED', 'CANCELLED')))
  THEN RETURN false; END IF;
  UPDATE assignments SET state = 'SHOWN', shown_at = COALESCE(shown_at, now()), lease_until = until, ended_at = NULL WHERE id = p_assignment;
  UPDATE places SET state = 'HELD', holder_id = p_assignment, ahead = false,
    takeover_at = GREATEST(until, held.draft_started_at + ms((p_rules->>'draftProtectionMs')::numeric)) WHERE id = place.id;
  RETURN true;
END $$;

-- The look-ahead of a person: renewed if there is one, else leased. At most one per person and study.
CREATE FUNCTION lease_ahead(p_study uuid, p_user uuid, p_rules jsonb) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  ahead_id uuid;
  until timestamptz := now() + ms((p_rules->>'aheadIdleMs')::numeric);
BEGIN
  SELECT a.id INTO ahead_id FROM assignments a WHERE a.user_id = p_user AND a.study_id = p_study AND a.state = 'AHEAD' LIMIT 1;
  IF ahead_id IS NULL THEN RETURN lease_place(p_study, p_user, true, p_rules); END IF;
  UPDATE places SET takeover_at = until WHERE holder_id = ahead_id AND ahead
    AND id = (SELECT place_id FROM assignments WHERE id = ahead_id);
  IF NOT FOUND THEN RETURN NULL; END IF;
  UPDATE assignments SET lease_until = until WHERE id = ahead_id;
  RETURN ahead_id;
END $$;

-- What comes next for a person: the look-ahead becomes the shown one (else one is leased), and a new look-ahead is leased.
CREATE FUNCTION advance_annotator(p_study uuid, p_user uuid, p_rules jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  next_id uuid;
  fresh boolean := false;
  ahead_id uuid;
BEGIN
  SELECT id INTO next_id FROM assignments WHERE user_id = p_user AND study_id = p_study AND state = 'AHEAD' LIMIT 1;
  IF next_id IS NOT NULL AND (SELECT state FROM studies WHERE id = p_study) <> 'OPEN' THEN next_id := NULL;
  ELSIF next_id IS NULL OR NOT hold_place(next_id, p_rules) THEN
    next_id := lease_place(p_study, p_user, false, p_rules);
    fresh := true;
  END IF;
  IF next_id IS NOT NULL THEN ahead_id := lease_ahead(p_study, p_user, p_rules); END IF;
  RETURN jsonb_build_object(
    'next', next_id,
    'nextContent', CASE WHEN fresh AND next_id IS NOT NULL THEN blinded_assignment(next_id) END,
    'ahead', CASE WHEN ahead_id IS NOT NULL THEN blinded_assignment(ahead_id) END);
END $$;

-- "Continue": the oldest assignment on the person's screen, else the next one. Null: nothing to do.
CREATE FUNCTION continue_study(p_study uuid, p_user uuid, p_rules jsonb) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  found_id uuid;
BEGIN
  PERFORM 1 FROM study_annotators WHERE study_id = p_study AND user_id = p_user AND removed_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT id INTO found_id FROM assignments WHERE user_id = p_user AND study_id = p_study AND state = 'SHOWN' ORDER BY shown_at LIMIT 1;
  IF found_id IS NOT NULL THEN RETURN found_id; END IF;
  RETURN (advance_annotator(p_study, p_user, p_rules)->>'next')::uuid;
END $$;

-- An assignment is on the screen (also the heartbeat of a page in use): renews its lease and the look-ahead.
CREATE FUNCTION show_assignment(p_study uuid, p_user uuid, p_assignment uuid, p_rules jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  held boolean;
  ahead_id uuid;
BEGIN
  PERFORM 1 FROM study_annotators WHERE study_id = p_study AND user_id = p_user FOR UPDATE;
  IF (SELECT state FROM studies WHERE id = p_study) <> 'OPEN' THEN
    RETURN jsonb_build_object('held', (SELECT state IN ('SHOWN', 'AHEAD') FROM assignments WHERE id = p_assignment), 'ahead', NULL);
  END IF;
  held := hold_place(p_assignment, p_rules);
  IF held THEN ahead_id := lease_ahead(p_study, p_user, p_rules); END IF;
  RETURN jsonb_build_object('held', held, 'ahead', CASE WHEN ahead_id IS NOT NULL THEN blinded_assignment(ahead_id) END);
END $$;

-- Gives an assignment back; its place is free again with the same order of slots.
CREATE FUNCTION skip_assignment(p_study uuid, p_user uuid, p_assignment uuid, p_reason text, p_rules jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  place_id bigint;
  state_now "AssignmentState";
BEGIN
  PERFORM 1 FROM study_annotators WHERE study_id = p_study AND user_id = p_user FOR UPDATE;
  SELECT p.id INTO place_id FROM places p JOIN assignments a ON a.place_id = p.id WHERE a.id = p_assignment FOR UPDATE OF p;
  SELECT state INTO state_now FROM assignments WHERE id = p_assignment FOR UPDATE;
  IF state_now IN ('AHEAD', 'SHOWN') THEN
    UPDATE assignments SET state = 'SKIPPED', skip_reason = p_reason, ended_at = now() WHERE id = p_assignment;
    UPDATE places SET state = 'FREE', holder_id = NULL, takeover_at = NULL, ahead = false WHERE id = place_id AND holder_id = p_assignment;
  ELSIF state_now <> 'SKIPPED' THEN
    RETURN jsonb_build_object('status', lower(state_now::text));
  END IF;
  RETURN advance_annotator(p_study, p_user, p_rules) || jsonb_build_object('status', 'skipped');
END $$;

-- ── judgments ───────────────────────────────────────────────────────────────────────────────────────────────────────

-- Saves a draft when p_base is the revision that is stored (0: none). Otherwise nothing is changed and both are shown.
CREATE FUNCTION save_draft(p_assignment uuid, p_base int, p_content jsonb, p_active_ms int, p_rules jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  held assignments%ROWTYPE;
  study_state "StudyState";
  saved int;
  stored drafts%ROWTYPE;
  until timestamptz := now() + ms((p_rules->>'leaseMs')::numeric);
  protection interval := ms((p_rules->>'draftProtectionMs')::numeric);
BEGIN
  SELECT * INTO held FROM assignments WHERE id = p_assignment;
  SELECT state INTO study_state FROM studies WHERE id = held.study_id;
  -- Place, assignment, draft: in the order in which a submission locks them.
  IF held.state = 'SHOWN' AND study_state = 'OPEN' AND (held.draft_started_at IS NULL OR held.lease_until < until - interval '1 minute') THEN
    -- The lease is renewed by activity, at most once a minute.
    UPDATE places SET takeover_at = GREATEST(until, COALESCE(held.draft_started_at, now()) + protection)
    WHERE id = held.place_id AND holder_id = p_assignment;
    UPDATE assignments SET lease_until = until, draft_started_at = COALESCE(draft_started_at, now())
    WHERE id = p_assignment AND state = 'SHOWN';
  ELSIF held.state = 'SHOWN' AND study_state = 'PAUSED' AND held.draft_started_at IS NULL THEN
    -- Leases stand still, but a draft begun now is protected when the study goes on.
    UPDATE places SET takeover_at = GREATEST(takeover_at, now() + protection) WHERE id = held.place_id AND holder_id = p_assignment;
    UPDATE assignments SET draft_started_at = now() WHERE id = p_assignment AND state = 'SHOWN';
  END IF;

  IF p_base = 0 THEN
    INSERT INTO drafts (assignment_id, content, active_ms) VALUES (p_assignment, p_content, p_active_ms)
    ON CONFLICT (assignment_id) DO NOTHING RETURNING revision INTO saved;
  ELSE
    UPDATE drafts SET content = p_content, revision = revision + 1, active_ms = GREATEST(active_ms, p_active_ms), saved_at = now()
    WHERE assignment_id = p_assignment AND revision = p_base RETURNING revision INTO saved;
  END IF;
  IF saved IS NULL THEN
    SELECT * INTO stored FROM drafts WHERE assignment_id = p_assignment;
    RETURN jsonb_build_object('status', 'conflict', 'state', held.state, 'revision', COALESCE(stored.revision, 0), 'content', stored.content);
  END IF;
  RETURN jsonb_build_object('status', 'saved', 'state', held.state, 'revision', saved);
END $$;

-- Stores a judgment exactly once and moves the annotator on. p_ratings: [{criterion, slot, value|text|choice|cannotJudge}].
-- status: submitted | repeated (same key, same content) | key_reused | closed | or the state that refuses it, in lower case.
CREATE FUNCTION submit_judgment(
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

  INSERT INTO judgments (id, study_id, item_id, assignment_id, user_id, protocol_version, active_ms, idempotency_key, payload_hash)
  VALUES (judgment_id, p_study, held.item_id, p_assignment, p_user, p_protocol_version,
          -- never more than the time since it was shown
          LEAST(p_active_ms, CEIL(EXTRACT(EPOCH FROM now() - COALESCE(held.shown_at, held.leased_at)) * 1000))::int, p_key, p_hash);
  INSERT INTO ratings (judgment_id, criterion, slot, response_id, value, text, choice, cannot_judge)
  SELECT judgment_id, r.criterion, r.slot, CASE WHEN r.slot > 0 THEN place.slot_order[r.slot] END, r.value, r.text, r.choice, r."cannotJudge"
  FROM jsonb_to_recordset(p_ratings) r(criterion text, slot int, value int, text text, choice jsonb, "cannotJudge" text);
  UPDATE assignments SET state = 'SUBMITTED', ended_at = now(), shown_at = COALESCE(shown_at, leased_at) WHERE id = p_assignment;
  UPDATE places SET state = 'JUDGED', holder_id = NULL, takeover_at = NULL, ahead = false WHERE id = place.id;
  DELETE FROM drafts WHERE assignment_id = p_assignment;
  RETURN advance_annotator(p_study, p_user, p_rules) || jsonb_build_object('status', 'submitted', 'judgment', judgment_id);
END $$;

-- The answer to a submission that was already stored: what is on the screen next, without leasing a second time.
CREATE FUNCTION advance_repeated(p_study uuid, p_user uuid, p_rules jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  next_id uuid;
  ahead_id uuid;
BEGIN
  SELECT id INTO next_id FROM assignments WHERE user_id = p_user AND study_id = p_study AND state = 'SHOWN' ORDER BY shown_at DESC LIMIT 1;
  IF next_id IS NULL THEN RETURN advance_annotator(p_study, p_user, p_rules); END IF;
  ahead_id := lease_ahead(p_study, p_user, p_rules);
  RETURN jsonb_build_object('next', next_id, 'nextContent', blinded_assignment(next_id),
    'ahead', CASE WHEN ahead_id IS NOT NULL THEN blinded_assignment(ahead_id) END);
END $$;
