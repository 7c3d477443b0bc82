// The guide without a connection. The copy holds public files of this site and nothing that a reader entered.
// It is whole or it is not there: each file has the digest that the list names, before any of them is kept.
// It changes only as a whole, never to an older list, and never while somebody reads it unless they ask.

/** @type {{ build: string, made: number, until: string, files: Record<string, string> }} */
const COPY = { build: "", made: 0, until: "", files: {} };
const SCOPE = self.registration.scope;
const OURS = `guide ${SCOPE} `; // several sites may share an address and so its caches
const NAME = `${OURS}${COPY.made} ${COPY.build}`;
const MADE = /^(\d+) /; // what stands behind OURS; before lists said when they were made, it was the build alone
// Kept last: a copy without it is not whole. No page gets it, because what a page asks for is looked up without its search.
const RECORD = new URL("sw.js?renewed", SCOPE).href;
// A body that was unpacked and read is sent without these; and a copy answers whoever asks.
const OF_THE_WAY = ["content-encoding", "content-length", "vary"];

self.addEventListener("install", (event) => {
  event.waitUntil(COPY.build ? fill() : self.skipWaiting());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(COPY.build ? forgetOthers() : withdraw());
});

self.addEventListener("message", (event) => {
  if (event.data === "use this version") self.skipWaiting();
  if (event.data === "your copy") event.waitUntil(tell(event.ports[0]));
  if (event.data === "renew") event.waitUntil(renew().finally(() => tell(event.ports[0])));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const isOurs = request.method === "GET" && request.url.startsWith(SCOPE);
  if (COPY.build && isOurs) event.respondWith(answer(request, event.clientId));
});

async function fill() {
  await refuseOlder();
  const files = await Promise.all(Object.entries(COPY.files).map(verified));
  try {
    await keep(files);
  } catch (full) {
    if (!(await isWhole(NAME))) await caches.delete(NAME);
    throw full;
  }
}

/** A list that was made before the one of a copy that is here comes from a server that went back. */
async function refuseOlder() {
  const newer = (await ourNames()).filter((name) => Number(MADE.exec(name.slice(OURS.length))?.[1] ?? 0) > COPY.made);
  const whole = await Promise.all(newer.map(isWhole)); // what an interrupted attempt left is no copy
  if (whole.includes(true)) throw new Error("The list is older than the copy.");
}

/** The file as it may be kept: at its own address, and with the digest of the list. @param {[path: string, digest: string]} listed */
async function verified([path, digest]) {
  const address = new URL(path, SCOPE).href;
  // "no-cache" asks the server each time: a copy must not be put together from what an old visit left behind.
  // Who asks so is told by the file's time whether it changed, and times may be equal: "reload" gets the file itself.
  const file = (await fetched(address, "no-cache", digest)) ?? (await fetched(address, "reload", digest));
  if (!file) throw new Error(`${path} is not the file of the list.`);
  return { address, file };
}

/** What stands at an address; undefined where it is not the file with the digest. @param {string} address @param {RequestCache} cache @param {string} digest */
async function fetched(address, cache, digest) {
  const response = await fetch(address, { cache, redirect: "error" });
  const bytes = await response.arrayBuffer();
  if (!response.ok || (await digestOf(bytes)) !== digest) return undefined;
  const headers = new Headers(response.headers);
  OF_THE_WAY.forEach((name) => headers.delete(name));
  return new Response(bytes, { headers });
}

/** The first 16 bytes of the SHA-256 in base 64, as `scripts/guide/publishing/offline.py` writes them. @param {ArrayBuffer} bytes */
async function digestOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).subarray(0, 16);
  return btoa(String.fromCharCode(...digest)).slice(0, -2);
}

/** @param {{ address: string, file: Response }[]} files */
async function keep(files) {
  const cache = await caches.open(NAME);
  await Promise.all(files.map(({ address, file }) => cache.put(address, file)));
  await record(cache);
}

/** Writes down that the copy was that of the server just now. @param {Cache} cache */
function record(cache) {
  return cache.put(RECORD, new Response(String(Date.now())));
}

/** @param {string} name */
async function isWhole(name) {
  return Boolean(await caches.match(RECORD, { cacheName: name }));
}

/** Asks the server whether its list is still this one, and writes it down. A log-in page names no build. */
async function renew() {
  // The answer is what the browser then compares its worker with, so it has to be the file itself.
  const response = await fetch(new URL("sw.js", SCOPE), { cache: "reload", redirect: "error" });
  const isTheSame = response.ok && (await response.text()).includes(`"build": "${COPY.build}"`);
  if (isTheSame && (await isWhole(NAME))) await record(await caches.open(NAME));
}

/** Tells a page which copy it has and when that was last the server's, in milliseconds; 0 where there is none. @param {MessagePort} port */
async function tell(port) {
  const kept = await caches.match(RECORD, { cacheName: NAME }).catch(() => undefined);
  port.postMessage({ made: COPY.made, until: COPY.until, renewed: Number((await kept?.text()) ?? 0) });
}

async function ourNames() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS));
}

async function forgetOthers() {
  await Promise.all((await ourNames()).filter((name) => name !== NAME).map((name) => caches.delete(name)));
}

async function withdraw() {
  await forgetOthers();
  await self.registration.unregister();
}

/** @param {Request} request @param {string} clientId */
async function answer(request, clientId) {
  const isOfCopy = request.mode === "navigate" || (await isListed(clientId));
  const kept = isOfCopy && (await fromCopy(request).catch(() => undefined)); // a browser may take its storage away
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (unreachable) {
    const help = new URL("offline/", SCOPE).href;
    if (request.mode !== "navigate" || request.url === help) throw unreachable;
    return Response.redirect(help);
  }
}

/** Whether who asks is of the copy. A page that is not came from the server, and so must its scripts and styles. @param {string} clientId */
async function isListed(clientId) {
  const client = clientId ? await self.clients.get(clientId) : undefined;
  if (!client) return true;
  const { href } = addressOf(client.url);
  return [href, `${href}/`].some((one) => Object.hasOwn(COPY.files, one.slice(SCOPE.length) || "./"));
}

/** @param {Request} request */
async function fromCopy(request) {
  const address = addressOf(request.url);
  const found = await caches.match(address, { cacheName: NAME });
  if (found || request.mode !== "navigate" || address.pathname.endsWith("/")) return found;
  address.pathname += "/";
  return (await caches.match(address, { cacheName: NAME })) && Response.redirect(address);
}

/** Where the copy has what a request means. @param {string} url */
function addressOf(url) {
  const address = new URL(url);
  address.search = "";
  address.hash = "";
  address.pathname = address.pathname.replace(/\/index\.html$/, "/");
  return address;
}
