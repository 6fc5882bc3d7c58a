// What the manifest must and must not say: the promises of PRIVACY.md, kept by a check.
// Usage: node house_rules.mjs ROOT
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [root] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8'));
const cargo = readFileSync(join(root, 'Cargo.toml'), 'utf8');

const policy = manifest.content_security_policy?.extension_pages ?? '';
const sources = policy.split(';').flatMap((directive) => directive.trim().split(/\s+/).slice(1));
const rules = [
  ['permissions must be exactly ["storage"]', JSON.stringify(manifest.permissions) === '["storage"]'],
  ['there must be no host_permissions', !('host_permissions' in manifest) && !('optional_host_permissions' in manifest)],
  ['there must be no optional_permissions', !('optional_permissions' in manifest)],
  ['there must be no web_accessible_resources', !('web_accessible_resources' in manifest)],
  ['there must be no externally_connectable', !('externally_connectable' in manifest)],
  ['content_security_policy must start from default-src \'self\'', /^default-src 'self'/.test(policy)],
  ['content_security_policy must name no other source', sources.every((source) => ["'self'", "'none'", "'wasm-unsafe-eval'"].includes(source))],
  ['Firefox must be told that no data is collected',
    JSON.stringify(manifest.browser_specific_settings?.gecko?.data_collection_permissions) === '{"required":["none"]}'],
  ['its version must be that of Cargo.toml', manifest.version === /^version = "(.*)"$/m.exec(cargo)?.[1]],
];

const broken = rules.filter(([, kept]) => !kept).map(([rule]) => `manifest.json: ${rule}.`);
for (const line of broken) console.error(line);
process.exitCode = broken.length > 0 ? 1 : 0;
