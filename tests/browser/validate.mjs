// Holds every page of a built site against the HTML standard, with the validator of the W3C (vnu).
//
//     node validate.mjs SITE
//
// Any message fails, be it an error or a warning. Ends with `N passed, N failed`, counted in pages; exit 1 on a failure.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve as absolute } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';

import { filesOf, within } from './site.mjs';

const JAR = join(dirname(fileURLToPath(import.meta.url)), 'node_modules/vnu-jar/build/dist/vnu.jar');
const OUTPUT_LIMIT_BYTES = 256 * 1024 * 1024;

function messagesOf(folder) {
  const run = spawnSync('java', ['-jar', JAR, '--skip-non-html', '--stdout', '--exit-zero-always', '--format', 'json', folder], {
    encoding: 'utf8',
    maxBuffer: OUTPUT_LIMIT_BYTES,
  });
  if (run.error || run.status !== 0) throw new Error(`the validator did not run: ${run.error?.message ?? run.stderr}`);
  return JSON.parse(run.stdout).messages;
}

function told(folder, message) {
  const file = message.url ? within(folder, fileURLToPath(message.url)) : 'the validator';
  const place = message.lastLine ? `:${message.firstLine ?? message.lastLine}:${message.firstColumn ?? message.lastColumn}` : '';
  return `${file}${place}: ${message.subType ?? message.type}: ${message.message}`;
}

const folder = argv[2] && absolute(argv[2]);
if (!folder || !existsSync(folder)) {
  console.error(folder ? `${folder} does not exist` : 'usage: node validate.mjs SITE');
  exit(2);
}
const pages = filesOf(folder).filter((path) => /\.x?html?$/i.test(path));
if (pages.length === 0) {
  console.error(`${folder} has no page`);
  exit(2);
}
const messages = messagesOf(folder);
for (const message of messages) console.log(told(folder, message));
const faulty = new Set(messages.map((message) => message.url ?? '')).size;
console.log(`${Math.max(0, pages.length - faulty)} passed, ${faulty} failed`);
exit(faulty > 0 ? 1 : 0);
