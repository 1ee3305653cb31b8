import { type Interval, numberCell, type ResultTables } from '../table/result-table'

/** A made-up result with everything that a table can have; `model` stands where models do. */
export function makeResultTables(model = 'Larch-2'): ResultTables {
  const interval: Interval = { lower: -0.0512, upper: 8.8049, displays: ['−0.05', '8.80'] }
  return {
    study: 'demo',
    name: 'A study | of *two* things',
    result: 'scores',
    criterion: { id: 'overall', label: 'Overall' },
    judgments: 'original',
    disclosure: 'Made up.',
    methodVersion: '1.0.0',
    tables: [
      {
        caption: 'Mean scores, en',
        columns: [
          { label: 'Model', kind: 'text' },
          { label: 'Overall', kind: 'number', decimals: 2 },
          { label: 'All points', kind: 'number', decimals: 1, isPercent: true },
        ],
        rows: [
          [model, numberCell(8.075, '8.08', { interval, n: 18, mark: 'best' }), numberCell(0.8125, '81.3%')],
          ['Juniper_1', numberCell(-0.5, '−0.50', { mark: 'second', n: 17 }), numberCell(null, '–')],
        ],
        footer: [['Items', '17–18', '18']],
        notes: ['How to read it.'],
      },
      { caption: 'Mean scores, en', columns: [{ label: 'Model', kind: 'text' }], rows: [], footer: [], notes: [] },
    ],
    records: {
      header: ['model', 'n', 'mean', 'display'],
      numbers: ['n', 'mean', 'display'],
      rows: [
        [model, '18', '8.075', '8.08'],
        ['Juniper_1', '0', '', '–'],
      ],
    },
  }
}
