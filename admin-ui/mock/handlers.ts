// Every call of the mock on one screen.
import type { Handler } from './http.ts';
import * as people from './people.ts';
import * as session from './session.ts';
import * as signing from './signing.ts';
import * as writing from './writing.ts';
import { world } from './world.ts';

export const handlers: Record<string, Handler> = {
  'POST /mock/fault': ({ body }) => {
    world.fault = body.kind as typeof world.fault;
    return { fault: world.fault };
  },

  'GET /ways-in': session.waysIn,
  'GET /session': session.show,
  'POST /session': session.signIn,
  'DELETE /session': session.signOut,
  'GET /sessions': session.list,
  'DELETE /sessions/{id}': () => undefined,
  'POST /links': () => undefined,
  'GET /links/{token}': session.showLink,
  'POST /links/{token}': session.useLink,
  'PUT /account/password': session.changePassword,
  'GET /accounts': () => ({ items: world.accounts, next: null }),
  'POST /accounts': people.invite,
  'PATCH /accounts/{id}': people.changeAccount,
  'POST /accounts/{id}/link': people.link,

  'GET /people': people.list,
  'POST /people': people.add,
  'POST /bylines/parse': people.parse,
  'GET /people/{id}': people.show,
  'PATCH /people/{id}': people.change,
  'POST /people/{id}/rename': people.rename,
  'POST /people/{id}/merge': people.merge,
  'PUT /people/{id}/photo': () => undefined,
  'DELETE /people/{id}/photo': () => undefined,
  'POST /people/{id}/credentials': people.addCredential,
  'PATCH /credentials/{id}': people.changeCredential,
  'DELETE /credentials/{id}': people.deleteCredential,
  'POST /credentials/{id}/verifications': people.verify,
  'GET /credential-catalogue': people.catalogue,

  'GET /articles/mine': writing.mine,
  'GET /queue': writing.queue,
  'POST /articles': writing.create,
  'GET /drafts': writing.all,
  'GET /drafts/{article}': writing.show,
  'PUT /drafts/{article}/head': writing.saveHead,
  'PUT /drafts/{article}/sections/{section}': writing.saveSection,
  'PUT /drafts/{article}/sections/{section}/declarations': writing.saveDeclarations,
  'PUT /drafts/{article}/topics': writing.setTopics,
  'POST /drafts/{article}/sections': writing.addSection,
  'PUT /drafts/{article}/sections/{section}/contributors': writing.setContributors,
  'PUT /drafts/{article}/order': writing.order,
  'DELETE /drafts/{article}/sections/{section}': writing.deleteSection,
  'GET /drafts/{article}/history': writing.history,
  'POST /drafts/{article}/kept': writing.keep,
  'GET /drafts/{article}/kept/{id}': writing.kept,
  'POST /drafts/{article}/kept/{id}/bring-back': writing.bringBack,

  'POST /articles/{id}/submit': signing.submit,
  'POST /articles/{id}/recall': signing.recall,
  'POST /articles/{id}/start-review': signing.startReview,
  'POST /articles/{id}/request-changes': signing.requestChanges,
  'POST /articles/{id}/decline': signing.decline,
  'POST /articles/{id}/proof': signing.sendProof,
  'GET /articles/{id}/proof': signing.showProof,
  'POST /articles/{id}/proof/links/{person}': signing.freshLink,
  'GET /articles/{id}/signatures': signing.signatures,
  'POST /articles/{id}/attest': signing.attest,
  'POST /articles/{id}/object': signing.object,
  'POST /articles/{id}/approve': signing.approve,
  'POST /articles/{id}/publish': signing.publish,
  'POST /articles/{id}/revise': signing.revise,
  'POST /articles/{id}/withdraw': signing.withdraw,
  'GET /sign/{token}': signing.showByLink,
  'POST /sign/{token}': signing.attestByLink,
  'POST /sign/{token}/object': signing.objectByLink,

  'GET /topics': () => ({ items: world.topics.map(({ group, articles, ...topic }) => ({ topic, group, articles })), next: null }),
  'GET /disclaimers': () => ({ items: world.disclaimers, next: null }),
  'GET /help': () => ({ items: world.help, next: null }),
};
