// The files of a built site on disk, and where its addresses lead.

import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

// Every file of `folder`, as absolute paths, in order.
export function filesOf(folder) {
  const found = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...filesOf(path));
    else found.push(path);
  }
  return found.sort();
}

// The path of `file` within `folder`, with `/`.
export function within(folder, file) {
  return relative(folder, file).split(sep).join('/');
}

// What an address leads to: `{ path, fragment }`, or `{ fault }` when it leads nowhere in the site. `base` is the address
// from which the site's folder is opened, on the disk or on a server.
export function resolve(folder, base, address) {
  const url = new URL(address);
  const plain = url.href.slice(0, url.href.length - url.hash.length - url.search.length);
  if (!plain.startsWith(base) && `${plain}/` !== base) return { fault: 'leads out of the site' };
  let path;
  try {
    path = join(folder, decodeURIComponent(plain.slice(base.length)));
  } catch {
    return { fault: 'has a path that cannot be read' };
  }
  if (path.endsWith(sep)) path = path.slice(0, -1);
  let stat;
  try {
    stat = statSync(path);
  } catch {
    return { fault: `leads to ${within(folder, path)}, which does not exist` };
  }
  if (stat.isDirectory()) return { fault: `leads to the folder ${within(folder, path) || '.'}, which no browser opens from a disk` };
  let fragment = url.hash.slice(1).replace(/:~:.*$/s, '');
  try {
    fragment = decodeURIComponent(fragment);
  } catch {
    return { fault: `has the fragment #${fragment}, which cannot be decoded` };
  }
  return { path, fragment };
}
