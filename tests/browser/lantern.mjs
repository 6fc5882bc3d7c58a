// A short policy of an invented company: it admits tracking and denies it, ignores Do Not Track, is silent on ads, denies selling.
export const LANTERN = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Privacy Policy - Lantern Harbor</title></head><body>
<header><a id="first" href="#main">Lantern Harbor</a></header>
<main id="main"><h1>Privacy Policy</h1>
<p>This privacy policy describes how Lantern Harbor ("we") collects, uses and shares personal information about you when you visit our website.</p>
<h2>Information we collect</h2>
<p>We collect your name, your email address and your IP address when you create an account. We use cookies and similar technologies.</p>
<p>Third parties may collect information about your online activities over time and across different websites when you use our site.</p>
<p>We do not track you across other websites.</p>
<p>Our partners use web beacons to follow your browsing on other websites.</p>
<h2>Do Not Track</h2>
<p>Our website does not respond to Do Not Track signals.</p>
<h2>Sharing</h2>
<p>We share personal information with service providers who help us run the website. We do not sell your personal information.</p>
<h2>Contact</h2>
<p>You may ask us to delete your personal data at any time. Write to us with questions about this policy.</p>
</main></body></html>`;

/** The policy with something before the end of its body. @param {string} more */
export const lanternWith = (more) => LANTERN.replace('</body>', `${more}</body>`);
