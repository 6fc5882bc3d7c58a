// @ts-check
/**
 * The one set of colours, for the badges, the callout and the marks. A tone is a verdict's strength (codebook A): red,
 * amber, mild (admitted), green (denied), blue (undecided), silent (not mentioned).
 *
 * @typedef {'red' | 'amber' | 'mild' | 'green' | 'blue' | 'silent'} Tone
 */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var theme = (() => {
  const STRENGTH = /** @type {const} */ (['green', 'mild', 'amber', 'amber', 'red']);
  /** The strength in words, for those who see neither colour nor shape. @type {Record<Tone, string>} */
  const WORDS = {
    red: 'strong admission', amber: 'admission', mild: 'mild admission', green: 'a claim', blue: 'undecided', silent: '',
  };

  /** Each on a light and on a dark ground. */
  const SURFACES = {
    ground: ['#f4f5f7', '#14171b'], paper: ['#ffffff', '#1d2126'], ink: ['#1c2127', '#eef1f4'], soft: ['#56606b', '#a9b3bd'], edge: ['#d5dae0', '#3d454e'],
    press: ['#eff2f6', '#2a3037'], focus: ['#0b57d0', '#a8c7fa'], on: ['#ffffff', '#14171a'], silent: ['#626b75', '#99a4ae'],
  };
  const TONES = {
    standard: {
      red: ['#c5221f', '#ff8a80'], amber: ['#a85b00', '#ffb74d'], mild: ['#4d7a33', '#b5d99c'],
      green: ['#11703c', '#79d29b'], blue: ['#4a6785', '#9fbdd9'],
    },
    'colour-blind': {
      red: ['#c93800', '#ff8062'], amber: ['#5c3d00', '#ffd75e'], mild: ['#14757e', '#bff2e6'],
      green: ['#1d56d9', '#7fb4ff'], blue: ['#4d4275', '#a58fd8'],
    },
  };
  /** Of the marks, as red, green and blue: seen on light and on dark pages. */
  const MARKS = {
    standard: { red: '226 61 50', amber: '232 140 16', mild: '102 170 80', green: '34 150 84', blue: '96 132 168' },
    'colour-blind': { red: '214 84 20', amber: '200 150 0', mild: '20 150 160', green: '50 110 230', blue: '120 100 190' },
  };
  const NEW_MARK = '128 100 220';

  /** @param {Pick<Verdict, 'value' | 'severity'>} verdict @returns {Tone} */
  function toneOf(verdict) {
    if (verdict.value === 'silent' || verdict.severity === null) return 'silent';
    return verdict.value === 'unclear' ? 'blue' : STRENGTH[verdict.severity] ?? 'blue';
  }

  /** The colours as custom properties, light or dark as the browser is. @param {Settings['colours']} colours */
  function properties(colours) {
    return Object.entries({ ...SURFACES, ...TONES[colours] }).map(([name, [light, dark]]) =>
      `--${name}: light-dark(${light}, ${dark});`).join(' ');
  }

  /** @param {Settings['colours']} colours @param {Tone} tone */
  function mark(colours, tone) {
    return tone === 'silent' ? '128 128 128' : MARKS[colours][tone];
  }

  return { SURFACES, TONES, WORDS, NEW_MARK, toneOf, properties, mark };
})();
