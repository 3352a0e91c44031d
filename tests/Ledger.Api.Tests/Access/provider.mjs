// A real OpenID provider for the tests: node provider.mjs FOLDER PORT REDIRECT. FOLDER holds node_modules.
import http from "node:http";
import { pathToFileURL } from "node:url";

const [folder, port, redirect] = process.argv.slice(2);
const { Provider } = await import(pathToFileURL(`${folder}/node_modules/oidc-provider/lib/index.js`));
const issuer = `http://127.0.0.1:${port}`;
const provider = new Provider(issuer, {
  clients: [{ client_id: "ledger", client_secret: "not-a-secret-but-long-enough-for-a-test", redirect_uris: [redirect], response_types: ["code"], grant_types: ["authorization_code"] }],
  cookies: { keys: ["tests"] },
  pkce: { required: () => true },
  claims: { openid: ["sub"], profile: ["name"] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, name: `王五${id}` }) }),
});
const answer = provider.callback();

http.createServer(async (request, response) => {
  try {
    const url = new URL(request.url, issuer);
    if (!url.pathname.startsWith("/interaction/")) return answer(request, response);
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (prompt.name === "login") {
      const login = url.searchParams.get("login");
      if (login) return await provider.interactionFinished(request, response, { login: { accountId: login } });
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      return response.end('<!DOCTYPE html><title>统一身份</title><form><label>账号 <input name="login"></label> <button>继续</button></form>');
    }
    const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
    grant.addOIDCScope("openid profile");
    return await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
  } catch (error) {
    console.error(error);
    response.statusCode = 500;
    response.end();
  }
}).listen(Number(port), "127.0.0.1", () => console.log("ready"));
