import { startChromium } from './chromium.mjs';
import { suite } from './suite.mjs';

suite('Chromium', startChromium);
