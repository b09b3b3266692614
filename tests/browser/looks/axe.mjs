// Holds a page against every rule of axe for WCAG 2.0, 2.1 and 2.2, levels A and AA, and its best practices.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SOURCE = `${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')};0`;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

// Runs in the page. Rules that axe leaves off unless asked for, such as the size of targets, are asked for.
async function judge({ tags, left }) {
  const rules = Object.fromEntries(axe.getRules(tags).map(({ ruleId }) => [ruleId, { enabled: !left.includes(ruleId) }]));
  const run = await axe.run({ runOnly: { type: 'tag', values: tags }, rules, resultTypes: ['violations', 'incomplete'] });
  const told = (results) =>
    results.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => ({
        id,
        help,
        target: node.target.flat(Infinity).join(' '),
        html: node.html,
        why: [...node.any, ...node.all, ...node.none].map((check) => check.message),
        data: node.any.map((check) => check.data),
        unsure: node.any.map((check) => check.data?.messageKey).find(Boolean),
      })),
    );
  return { violations: told(run.violations), incomplete: told(run.incomplete) };
}

// Axe could not be sure, and yet it read both colours and they are too close.
const isCertain = ({ id, data }) =>
  id === 'color-contrast' &&
  data.some((found) => found?.contrastRatio > 1 && found.contrastRatio < parseFloat(found.expectedContrastRatio));

// Where the reader's colours are forced upon a page, those of the page, which axe reads, are not what is seen.
const LEFT_WITH_FORCED_COLOURS = ['color-contrast'];

// `{ faults, incomplete }`: what is wrong, and what axe leaves to people, one rule an element.
export async function axeFaults(tab, { forcedColors }) {
  await tab.evaluate(SOURCE);
  const { violations, incomplete } = await tab.evaluate(judge, { tags: TAGS, left: forcedColors ? LEFT_WITH_FORCED_COLOURS : [] });
  const faults = [...violations, ...incomplete.filter(isCertain)].map(({ id, help, target, html, why }) => ({
    key: `${id} ${html.slice(0, 60)}`,
    text: `${id} (${help}) at ${target}: ${html.slice(0, 160)} — ${why.join('; ').slice(0, 240)}`,
  }));
  return { faults, incomplete: incomplete.filter((result) => !isCertain(result)).map(({ id, unsure }) => (unsure ? `${id} (${unsure})` : id)) };
}
