// A small policy of a company that is not there, to be put into all kinds of pages.

/** What it says of sale: the sentence that the cases look for. */
export const SALE = 'We sell your personal information to list brokers.';

const PARAGRAPHS = [
  'This Privacy Policy describes how Plumwick Lanterns collects and uses your personal information when you visit our website.',
  'We collect your name, your postal address and your e-mail address when you order a lantern.',
  'We collect information about your device, such as the type of your browser, by cookies.',
  'We collect the information that you give us when you write to us.',
  'We use your personal information to send you what you ordered and to answer your questions.',
  'We keep your personal information for six years, as the law of commerce asks us to.',
  'You may ask us to correct or to delete your personal information at any time.',
  'If we change this Privacy Policy, we will say so on this page. Write to privacy@plumwick.example with any question.',
];

/** The policy without its word on sale, paragraph by paragraph. */
export const SILENT = PARAGRAPHS;

/** The policy with its word on sale in the middle. */
export const FULL = [...PARAGRAPHS.slice(0, 5), SALE, ...PARAGRAPHS.slice(5)];

/** @param {string[]} paragraphs */
export const inParagraphs = (paragraphs) => paragraphs.map((text) => `<p>${text}</p>`).join('\n');

/** A page with the policy's title. @param {string} main @param {string} [after] */
export const pageOf = (main, after = '') => `<!DOCTYPE html><html lang="en"><head><title>Privacy Policy - Plumwick Lanterns</title></head>
<body><main><h1>Privacy Policy</h1>${main}</main>${after}</body></html>`;
