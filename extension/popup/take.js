// @ts-check
/** Takes a report along: as Markdown what is seen, as JSON the report itself. Each returns what to say of it. */

/** @typedef {import("../types").Report} Report */

/** How each part of the drawn report is written; parts without a way are left out. @type {[selector: string, before: string, after?: string][]} */
const WAYS = [
  ["h1", "# "], [".by", ""], ["a.since", ""], [".caution", "> "], ["h2", "## "], [".label", "**", "**"], [".says", ""], [".notes li", "- "],
  ["h3", "### "], ["summary", "### "], [".lead-in", "> "], ["q", "> “", "”"], [".facets li > span", "- "], ["footer p", ""],
];
const PARTS = WAYS.map(([selector]) => selector).join(", ");

/** @param {Report} report */
export async function copyReport(report) {
  await navigator.clipboard.writeText(markdownOf(/** @type {HTMLElement} */ (document.getElementById("report")), report.url));
  return "Copied.";
}

/** @param {Report} report */
export function saveReport(report) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(report, null, 2)}\n`], { type: "application/json" }));
  link.download = `smallprint-${nameOf(report)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return `Saved as ${link.download}.`;
}

/** A file's name out of the policy's site. @param {Report} report */
function nameOf({ url }) {
  const host = url && URL.canParse(url) ? new URL(url).hostname : "";
  return host.replace(/[^a-z0-9.-]+/gi, "-") || "report";
}

/** @param {HTMLElement} root @param {string | null} url */
export function markdownOf(root, url) {
  const parts = [...root.querySelectorAll(PARTS)].map((part) => {
    const [, before, after = ""] = /** @type {[string, string, string?]} */ (WAYS.find(([selector]) => part.matches(selector)));
    return before + escaped(part.textContent ?? "") + after;
  });
  if (url) parts.splice(1, 0, `<${url}>`);
  return `${parts.join("\n\n")}\n`;
}

/** What Markdown would take for a sign of its own. @param {string} text */
function escaped(text) {
  return text.replace(/\s+/g, " ").trim().replace(/[\\`*_<>[\]]/g, "\\$&");
}
