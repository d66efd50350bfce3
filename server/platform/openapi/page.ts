import type { Answer, OpenApi, Operation, Parameter } from './document.ts';
import { html, type Html } from './html.ts';
import { schemaTree, typeWords } from './schema-tree.ts';

interface Listed extends Operation {
  method: string;
  path: string;
}

/** The interface as a page for people: grouped by noun, everything open to the browser's own find, without a script. */
export function renderPage(document: OpenApi): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Listed => ({
      ...operation,
      method: method.toUpperCase(),
      path,
    })),
  );
  const groups = Map.groupBy(operations, ({ tags }) => tags[0] ?? 'other');
  const names = [...groups.keys()].toSorted();
  const server = document.servers[0]?.url ?? '';
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Interface · ${document.info.title}</title>
        <link rel="stylesheet" href="/api/reference.css" />
      </head>
      <body>
        <a class="skip" href="#operations">Go to the operations</a>
        <header>
          <h1>Interface</h1>
          <p class="lead">${document.info.title}</p>
          <p>${document.info.description}</p>
          <dl>
            <dt>Server</dt>
            <dd><code>${server}</code></dd>
            <dt>For machines</dt>
            <dd><a href="${server}/openapi.json">openapi.json</a>, OpenAPI ${document.openapi}</dd>
            <dt>Sign in</dt>
            <dd>
              the cookie of a browser, or <code>Authorization: Bearer …</code> with a token from
              <code>npx collegium token create</code>
            </dd>
            <dt>Refused</dt>
            <dd>problem details (RFC 9457): a stable <code>code</code>, a sentence, the fields at fault</dd>
          </dl>
        </header>
        <nav aria-label="Nouns">
          <ul>
            ${names.map((name) => html`<li><a href="#${name}">${name}</a></li>`)}
          </ul>
        </nav>
        <main id="operations">${names.map((name) => renderGroup(name, groups.get(name) ?? []))}</main>
      </body>
    </html>`.text;
}

function renderGroup(name: string, operations: Listed[]): Html {
  return html`<section aria-labelledby="${name}">
    <h2 id="${name}">${name}</h2>
    ${operations.map(renderOperation)}
  </section>`;
}

function renderOperation(operation: Listed): Html {
  const { method, path, summary, description, operationId, parameters = [], requestBody, responses } = operation;
  return html`<article aria-labelledby="${operationId}">
    <h3 id="${operationId}"><span class="method">${method}</span> <code>${path}</code></h3>
    <p>${summary}</p>
    <p class="sub">
      ${description}${operation.security.some((one) => Object.keys(one).length === 0) && '. Open to people who are signed out.'}
    </p>
    ${
      parameters.length > 0 &&
      html`<details>
        <summary>Parameters</summary>
        <ul class="tree">
          ${parameters.map(renderParameter)}
        </ul>
      </details>`
    }
    ${requestBody && renderContent('Body', requestBody.content)}
    ${Object.entries(responses).map(([status, answer]) => renderAnswer(status, answer))}
  </article>`;
}

function renderParameter({ name, in: place, required, description, schema }: Parameter): Html {
  const words = [place, typeWords(schema), required === true ? 'required' : ''].filter(Boolean).join(', ');
  return html`<li><code>${name}</code> <span class="sub">${words}</span>${description && html` ${description}`}</li>`;
}

function renderAnswer(status: string, answer: Answer): Html | undefined {
  if ('$ref' in answer) return undefined;
  if (!answer.content) return html`<p class="answer"><span class="status">${status}</span> ${answer.description}</p>`;
  return renderContent(status, answer.content);
}

function renderContent(title: string, content: NonNullable<Operation['requestBody']>['content']): Html {
  return html`${Object.entries(content).map(
    ([type, { schema }]) =>
      html`<details>
        <summary><span class="status">${title}</span> <span class="sub">${type}</span></summary>
        ${schemaTree(schema)}
      </details>`,
  )}`;
}
