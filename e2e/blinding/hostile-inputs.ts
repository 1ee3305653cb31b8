/** Inputs that ask a procedure for more than it gives; as tRPC sends them (superjson). `own`: what the asker may name. */
export function hostileInputs(own: { study: string; assignment: string }): unknown[] {
  const everything = { include: { responses: { include: { source: { include: { model: true } }, reasoning: true } } } }
  const json = (value: unknown) => ({ json: value })
  return [
    undefined,
    json(null),
    json([]),
    json('text'),
    json({}),
    json({ ...own }),
    json({ ...own, ...everything }),
    json({ ...own, select: { modelId: true, seed: true }, where: {}, orderBy: { modelId: 'asc' }, take: 100_000 }),
    json({ ...own, cursor: 'x', search: '%', page: -1, from: '0001-01-01', to: '9999-12-31', timeZone: 'UTC' }),
    json({ ...own, fields: '*', expand: ['responses.source'], debug: true, admin: true, role: 'ADMIN' }),
    json({ study: { contains: '' }, assignment: { not: null } }),
    json({ study: "' OR true --", assignment: "' OR true --" }),
    json({ study: '%', assignment: '00000000-0000-0000-0000-000000000000' }),
    json({ ...own, study: 'x'.repeat(5_000), reason: 'x'.repeat(5_000), key: 'x'.repeat(5_000) }),
    json({
      ...own,
      key: own.assignment,
      content: { ratings: [{ criterion: 'model', slot: 9, value: 1e9 }] },
      activeMs: -1,
    }),
    json({ ...own, base: -1, content: { ratings: 'all', responses: everything }, activeMs: 1 }),
    // Values that superjson revives: errors, maps, classes and symbols that nobody registered, and prototypes.
    { json: { ...own }, meta: { values: { study: ['Error'], assignment: ['regexp'] } } },
    {
      json: { ...own },
      meta: { values: { study: [['class', 'Database']], assignment: [['symbol', 'iterator']] } },
    },
    { json: { ...own, extra: 1 }, meta: { values: { 'extra.__proto__.polluted': ['map'] } } },
    {
      json: { ...own },
      meta: { referentialEqualities: { study: ['__proto__.polluted', 'constructor.prototype.role'] } },
    },
    { json: JSON.parse('{"__proto__": {"role": "ADMIN"}, "constructor": {"prototype": {"role": "ADMIN"}}}') },
    'not superjson at all',
  ]
}
