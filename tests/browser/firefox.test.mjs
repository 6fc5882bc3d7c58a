import { startFirefox } from './firefox.mjs';
import { suite } from './suite.mjs';
import { readerViewCases } from './time_cases.mjs';

suite('Firefox', startFirefox, [readerViewCases]);
