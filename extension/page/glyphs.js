// @ts-check
/** The drawings of the badges: a seal whose shape says how strong the admission is, and in it the badge's own glyph. */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var glyphs = (() => {
  const SVG = 'http://www.w3.org/2000/svg';

  /** On a 32 by 32 field: octagon, triangle, disc, speech bubble (a claim), rounded square, dashed ring. @type {Record<string, string>} */
  const SEALS = {
    red: 'M10.4 2h11.2L30 10.4v11.2L21.6 30H10.4L2 21.6V10.4z',
    amber: 'M13.9 2.6a2.4 2.4 0 0 1 4.2 0l12 23a2.4 2.4 0 0 1-2.1 3.6H4a2.4 2.4 0 0 1-2.1-3.6z',
    mild: 'M16 2a14 14 0 1 0 0 28 14 14 0 0 0 0-28z',
    green: 'M16 1.500a13.500 13.500 0 1 1-5.600 25.800L3.200 30.300l1.700-7A13.500 13.500 0 0 1 16 1.500z',
    blue: 'M8 2.5h16a5.5 5.5 0 0 1 5.5 5.5v16a5.5 5.5 0 0 1-5.5 5.5H8A5.5 5.5 0 0 1 2.5 24V8A5.5 5.5 0 0 1 8 2.5z',
    silent: 'M16 3a13 13 0 1 0 0 26 13 13 0 0 0 0-26z',
  };

  /** On a 24 by 24 field. @type {Record<string, string>} */
  const GLYPHS = {
    tracking:
      'M6.8 1.800c2.700 0 4.300 2.700 4.300 5.900 0 2.300-.7 3.400-1 5.100l-5.900.9c-.8-1.700-1.600-3.100-1.600-5.700 0-3.500 1.700-6.200 4.200-6.200z' +
      'M4.600 15.200l5.200-.8c.4 2.600-.2 4.200-2 4.500s-2.900-1.200-3.200-3.700z' +
      'M17.200 5.100c2.500 0 4.200 2.700 4.200 6.200 0 2.600-.8 4-1.600 5.700l-5.900-.9c-.3-1.700-1-2.800-1-5.100 0-3.200 1.600-5.900 4.300-5.900z' +
      'M14.200 17.700l5.200.8c-.3 2.500-1.400 4-3.200 3.700s-2.400-1.900-2-4.500z',
    dnt:
      'M11 2.800a1.300 1.300 0 0 1 2.600 0V10h.7V4.300a1.300 1.300 0 0 1 2.600 0V11h.7V7a1.250 1.250 0 0 1 2.500 0v8.200' +
      'c0 4.200-2.600 7-6.700 7-3.200 0-4.900-1.300-6.400-4l-3-5.300c-.4-.7-.2-1.500.4-1.900.7-.4 1.500-.2 2 .5l1.300 1.900V4.800' +
      'a1.300 1.300 0 0 1 2.600 0V10h.7z',
    ads:
      'M19.500 3.200v14.600c-2.500-2-4.800-3.100-7.500-3.500V6.700c2.700-.4 5-1.500 7.500-3.500zM4.500 6.900h6v7.200h-.4l1.200 5' +
      'c.2.9-.4 1.700-1.300 1.700H8.700c-.6 0-1.100-.4-1.300-1l-1.300-5.700H4.500A2.500 2.500 0 0 1 2 11.600V9.400a2.500 2.500 0 0 1 2.500-2.500z' +
      'M21 8.300c1 .3 1.600 1.100 1.600 2.200s-.6 1.900-1.600 2.200z',
    sale:
      'M12.900 2.500h7c.9 0 1.600.7 1.600 1.600v7c0 .5-.2 1-.5 1.300l-8.500 8.500c-.7.7-1.800.7-2.500 0L3.100 14c-.7-.7-.7-1.800 0-2.500' +
      'l8.500-8.500c.3-.3.800-.5 1.300-.5zM17 5.300a1.700 1.700 0 1 0 0 3.400 1.700 1.700 0 0 0 0-3.400z',
    more: 'M5 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM19 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
    fold: 'M5 15.500h14v2.200H5z',
    before: 'M15.200 4.600L7.800 12l7.400 7.400 1.600-1.600L11 12l5.800-5.800z',
    after: 'M8.800 4.600l7.400 7.400-7.400 7.400-1.600-1.600L13 12 7.200 6.200z',
    close: 'M5.400 4L12 10.600 18.600 4 20 5.400 13.400 12l6.600 6.600-1.400 1.400L12 13.400 5.400 20 4 18.600 10.600 12 4 5.400z',
  };

  /** A badge's seal with its glyph in it. @param {string} tone @param {string} glyph */
  function seal(tone, glyph) {
    const svg = drawing(32, 'seal');
    svg.append(path(SEALS[tone] ?? '', 'shape'));
    const inner = path(GLYPHS[glyph] ?? '', 'glyph');
    const [scale, left, top] = tone === 'amber' ? [0.6, 8.8, 11.4] : [0.8, 6.4, 6.4];
    inner.setAttribute('transform', `translate(${left} ${top}) scale(${scale})`);
    svg.append(inner);
    return svg;
  }

  /** A bare glyph. @param {string} glyph */
  function plain(glyph) {
    const svg = drawing(24, 'plain');
    svg.append(path(GLYPHS[glyph] ?? '', 'glyph'));
    return svg;
  }

  /** @param {number} size @param {string} name */
  function drawing(size, name) {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
    svg.setAttribute('class', name);
    svg.setAttribute('aria-hidden', 'true');
    svg.setAttribute('focusable', 'false');
    return svg;
  }

  /** @param {string} data @param {string} name */
  function path(data, name) {
    const shape = document.createElementNS(SVG, 'path');
    shape.setAttribute('d', data);
    shape.setAttribute('class', name);
    shape.setAttribute('fill-rule', 'evenodd');
    return shape;
  }

  return { seal, plain };
})();
