// The table of colours by itself: can be read, and told apart, on light and on dark ground.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import vm from 'node:vm';

const context = vm.createContext({});
vm.runInContext(readFileSync(new URL('../../extension/page/theme.js', import.meta.url), 'utf8'), context);
const { theme } = /** @type {any} */ (context);

/** @typedef {[number, number, number]} Rgb red, green and blue as light, 0 to 1 */

/** @param {string} colour as `#rrggbb` @returns {Rgb} */
function lightOf(colour) {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[0-9a-f]{2}/g) ?? []).map((part) => {
    const share = Number.parseInt(part, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return [red, green, blue];
}

/** WCAG's contrast of two colours, 1 to 21. @param {string} one @param {string} other */
function contrast(one, other) {
  const [bright, dim] = [one, other].map(lightOf).map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05).sort((a, b) => b - a);
  return /** @type {number} */ (bright) / /** @type {number} */ (dim);
}

/** How eyes without red, or without green, see (Machado, Oliveira and Fernandes 2009, full severity). */
const EYES = {
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
};

/** Colours as these eyes see them, in Oklab. @param {string} colour @param {number[][]} eyes @returns {Rgb} */
function seen(colour, eyes) {
  const light = lightOf(colour);
  const [r = 0, g = 0, b = 0] = eyes.map((row) => Math.min(1, Math.max(0, row.reduce((sum, part, index) => sum + part * (light[index] ?? 0), 0))));
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
}

/** @param {Rgb} one @param {Rgb} other */
const distance = (one, other) => Math.hypot(...one.map((part, index) => part - (other[index] ?? 0)));

describe('colours', () => {
  const palettes = Object.entries(theme.TONES).flatMap(([name, tones]) => ['light', 'dark'].map((ground, index) => ({
    name: `${name}, ${ground}`,
    tones: Object.fromEntries(Object.entries(tones).map(([tone, pair]) => [tone, pair[index]])),
    surface: Object.fromEntries(Object.entries(theme.SURFACES).map(([part, pair]) => [part, /** @type {string[]} */ (pair)[index]])),
  })));

  for (const { name, tones, surface } of palettes) {
    it(`have a contrast of 4.5 and more: ${name}`, () => {
      const words = ['ink', 'soft'].flatMap((part) => ['ground', 'paper', 'press'].map((on) => [surface[part], surface[on], `${part} on ${on}`]));
      const seals = Object.entries({ ...tones, silent: surface.silent }).map(([tone, colour]) => [colour, surface.paper, `${tone} on paper`]);
      const signs = Object.entries(tones).map(([tone, colour]) => [surface.on, colour, `a glyph on ${tone}`]);
      const weak = [...words, ...seals, ...signs, [surface.focus, surface.paper, 'focus on paper']]
        .map(([one, other, what]) => ({ what, contrast: contrast(/** @type {string} */ (one), /** @type {string} */ (other)) }))
        .filter((pair) => pair.contrast < 4.5);
      assert.deepEqual(weak, []);
    });
  }

  for (const { name, tones } of palettes.filter((palette) => palette.name.startsWith('colour-blind'))) {
    for (const [eyes, matrix] of Object.entries(EYES)) {
      it(`are told apart with ${eyes}: ${name}`, () => {
        const all = Object.entries(tones);
        const alike = all.flatMap(([one, colour], index) => all.slice(index + 1)
          .map(([other, another]) => ({ pair: `${one} ${other}`, distance: distance(seen(colour, matrix), seen(another, matrix)) })))
          .filter((pair) => pair.distance < 0.06);
        assert.deepEqual(alike, []);
      });
    }
  }
});
