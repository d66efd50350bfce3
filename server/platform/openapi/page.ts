import type { InterfaceLanguage } from '@collegium/contract/localised-text.ts';
import type { Answer, OpenApi, Operation, Parameter } from './document.ts';
import { chineseNouns, chineseSummaries } from './chinese.ts';
import { Html, html } from './html.ts';
import { pageWords, type PageWords } from './page-words.ts';
import { schemaTree, typeWords } from './schema-tree.ts';

interface Listed extends Operation {
  method: string;
  path: string;
}

/**
 * The interface as a page for people: grouped by noun, everything open to the browser's own find, without a script.
 * Names that programs use stay as they are; what has no Chinese words yet is in English, and marked so.
 */
export function renderPage(document: OpenApi, language: InterfaceLanguage): string {
  const words = pageWords[language];
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
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${words.title} · ${document.info.title}</title>
        <link rel="stylesheet" href="/api/reference.css" />
      </head>
      <body>
        <a class="skip" href="#operations">${words.skip}</a>
        <header>
          <p><a href="${server}/?language=${words.other.language}" lang="${words.other.language}" hreflang="${words.other.language}">${words.other.words}</a></p>
          <h1>${words.title}</h1>
          <p class="lead">${document.info.title}</p>
          <p${language === 'en' ? undefined : english}>${document.info.description}</p>
          <dl>
            <dt>${words.server}</dt>
            <dd><code>${server}</code></dd>
            <dt>${words.machines}</dt>
            <dd><a href="${server}/openapi.json">openapi.json</a>, OpenAPI ${document.openapi}</dd>
            <dt>${words.signIn}</dt>
            <dd>
              ${words.cookie} <code>Authorization: Bearer …</code> ${words.orToken}
              <code>npx collegium token create</code>
            </dd>
            <dt>${words.refused}</dt>
            <dd>${words.problem}</dd>
          </dl>
        </header>
        <nav aria-label="${words.nouns}">
          <ul>
            ${names.map((name) => html`<li><a href="#${name}">${nounIn(language, name)}</a></li>`)}
          </ul>
        </nav>
        <main id="operations">${names.map((name) => renderGroup(name, groups.get(name) ?? [], language))}</main>
      </body>
    </html>`.text;
}

/** Marks words that are in English on a page that is not. */
const english = new Html(' lang="en"');

function nounIn(language: InterfaceLanguage, name: string): string {
  const chinese = language === 'en' ? undefined : chineseNouns[name];
  return chinese === undefined ? name : `${chinese} ${name}`;
}

function renderGroup(name: string, operations: Listed[], language: InterfaceLanguage): Html {
  return html`<section aria-labelledby="${name}">
    <h2 id="${name}">${nounIn(language, name)}</h2>
    ${operations.map((operation) => renderOperation(operation, language))}
  </section>`;
}

function renderOperation(operation: Listed, language: InterfaceLanguage): Html {
  const words = pageWords[language];
  const { method, path, summary, description, operationId, parameters = [], requestBody, responses } = operation;
  return html`<article aria-labelledby="${operationId}">
    <h3 id="${operationId}"><span class="method">${method}</span> <code>${path}</code></h3>
    ${renderSummary(summary, language)}
    <p class="sub">
      ${permissionIn(description, words)}${operation.security.some((one) => Object.keys(one).length === 0) && `. ${words.visitors}`}
    </p>
    ${
      parameters.length > 0 &&
      html`<details>
        <summary>${words.parameters}</summary>
        <ul class="tree">
          ${parameters.map((parameter) => renderParameter(parameter, words))}
        </ul>
      </details>`
    }
    ${requestBody && renderContent(words.body, requestBody.content)}
    ${Object.entries(responses).map(([status, answer]) => renderAnswer(status, answer))}
  </article>`;
}

function renderSummary(summary: string, language: InterfaceLanguage): Html {
  if (language === 'en') return html`<p>${summary}</p>`;
  const chinese = chineseSummaries[summary];
  return chinese === undefined ? html`<p lang="en">${summary}</p>` : html`<p>${chinese}</p>`;
}

/** `Permission: offer:read`, as every operation says it. */
function permissionIn(description: string, { permission }: PageWords): string {
  return description.replace(/^Permission:/, `${permission}:`);
}

function renderParameter(
  { name, in: place, required, description, schema }: Parameter,
  { required: must }: PageWords,
): Html {
  const words = [place, typeWords(schema), required === true ? must : ''].filter(Boolean).join(', ');
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
