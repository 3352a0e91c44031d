// The service worker: pages to log with while there is no network. It keeps empty forms and the waiting page, nothing that
// anybody logged; what is logged lies in the wishes (wishes.js).

const pages = "pages";
const assets = "assets";

const scripts = ["forms", "fields", "says", "press", "keys", "log", "waiting", "wishes"].map((name) => `/assets/${name}.js`);

// The page that brought us here loaded its scripts before we were there to keep them.
addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(caches.open(assets).then((cache) => cache.addAll([...scripts, "/assets/site.css", "/assets/seal.svg"])));
});
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("message", ({ data }) => {
  if (data.forget) caches.delete(pages);
  if (data.keep?.length) keepAll(data.keep, data.stamp);
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (address.pathname.startsWith("/assets/")) event.respondWith(asset(request));
  else if (request.mode === "navigate" && !address.pathname.startsWith("/api/")) event.respondWith(page(request, address));
});

// Once for each account and release: the stamp names both.
async function keepAll(addresses, stamp) {
  const cache = await caches.open(pages);
  if (await (await cache.match("/stamp"))?.text() === stamp) return;
  for (const request of await cache.keys()) await cache.delete(request);
  for (const address of addresses) {
    const answer = await fetch(address, { credentials: "same-origin" }).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const text = (await answer.text()).replace("<body", "<body data-kept");
    const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": answer.headers.get("Content-Security-Policy") ?? "default-src 'self'" };
    await cache.put(new URL(address).pathname, new Response(text, { headers }));
  }
  await cache.put("/stamp", new Response(stamp));
}

async function page(request, address) {
  try {
    return await fetch(request);
  } catch {
    const cache = await caches.open(pages);
    const unit = address.pathname.split("/")[1];
    const waiting = (await cache.keys()).map((r) => new URL(r.url).pathname).find((p) => p.endsWith("/waiting") && (unit === "" || p === `/${unit}/waiting`));
    return await cache.match(address.pathname) ?? (waiting && await cache.match(waiting)) ?? Response.error();
  }
}

// An address with its hash never changes; any other is asked for, and what was last there stands in without network.
async function asset(request) {
  const cache = await caches.open(assets);
  const known = await cache.match(request);
  if (known && new URL(request.url).searchParams.has("v")) return known;
  try {
    const answer = await fetch(request);
    if (answer.ok) await replace(cache, request, answer.clone());
    return answer;
  } catch {
    return known ?? await cache.match(request, { ignoreSearch: true }) ?? Response.error();
  }
}

async function replace(cache, request, answer) {
  for (const old of await cache.keys(request, { ignoreSearch: true })) await cache.delete(old);
  await cache.put(request, answer);
}
