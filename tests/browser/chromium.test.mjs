import { startChromium } from './chromium.mjs';
import { suite } from './suite.mjs';
import { prerenderCases } from './time_cases.mjs';

suite('Chromium', startChromium, [prerenderCases]);
