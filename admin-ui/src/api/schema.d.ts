// Made from crates/api/openapi.json by `npm run generate`. Not edited by hand.
export interface paths {
    "/ways-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which ways in there are */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaysIn"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionFacts"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Sign in
         * @description With e-mail address and password, or with the token of a one-time link.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignIn"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionFacts"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Sign out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the caller is signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_Browser"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out another browser of one's own */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change one's own password
         * @description Other browsers are signed out.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPassword"];
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a link by mail
         * @description Never says whether the account exists.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LinkRequest"];
                };
            };
            responses: {
                /** @description If there is such an account, a letter is on its way. */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a link is for
         * @description Opens nothing: mail programs look at every link.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Link"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Use a link
         * @description It works once, and signs in. Links to a proof are used at `/sign/{token}`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Typed"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionFacts"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All accounts */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_Account"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Invite somebody */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewAccount"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Invited"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change roles, disable or enable
         * @description One change at a time. Disabling ends every session at once.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AccountChange"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/accounts/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A fresh link to hand over
         * @description It signs in, or invites again where there is no password yet.
         *     Who is shown it cannot be the second person for what is signed with it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LinkToCopy"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Persons by name
         * @description For editors.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Part of the name. */
                    q?: string;
                    /** @description Where the part before ended. */
                    after?: string;
                    /** @description 50 unless told, 200 at most. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_PersonRow"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add somebody without an account */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TypedByline"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AddedPerson"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bylines/parse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a typed byline apart
         * @description Keeps nothing.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TypedByline"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ParsedByline"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A profile
         * @description One's own, or as an editor anyone's.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Person"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a profile */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProfileChange"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Person"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/people/{id}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a person another name
         * @description The address of the profile changes with it; the old one leads to the new one.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Rename"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Person"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that somebody turned out to be somebody else
         * @description Refused when both have an account.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Merge"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Merged"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The portrait, whether or not readers see it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A square JPEG. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/jpeg": string;
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Put a portrait on a profile
         * @description JPEG, PNG or WebP of at most 5 MB. It comes back as it is kept: square, small, and
         *     without what the camera noted.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            responses: {
                /** @description A square JPEG. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/jpeg": string;
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Take the portrait off a profile */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a credential
         * @description To one's own profile, or as an editor to anyone's.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewCredential"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Credential"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credentials/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a credential */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a credential
         * @description Where letters, number or issuer change it becomes another one, under another id and
         *     without checks.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CredentialChange"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Credential"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/credentials/{id}/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that a credential was looked up
         * @description For editors; nobody checks their own.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewVerification"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Verification"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credential-catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The letters that are known */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_CatalogueEntry"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own articles */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_ArticleRow"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The editors' queue, in groups */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Queue"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All articles, for editors, the one changed last first
         * @description `q` narrows by words of the title.
         */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_ArticleRow"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Begin an article */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewArticle"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Article"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The draft of an article */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Article"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The draft as readers would see it, were it published as it stands */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html; charset=utf-8": string;
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save title, summary and question
         * @description Needs `If-Match` with the version it was based on.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HeadSave"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Saved"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}/sections/{section}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save the words of one section
         * @description Needs `If-Match` with the version it was based on.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                    section: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SectionSave"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedSection"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Take a section out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                    section: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}/sections/{section}/declarations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save what the contributors of a section declare
         * @description Needs `If-Match` with the version it was based on.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                    section: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Declarations"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Saved"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose the topics */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Topics"];
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an answer for one more clinician */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewSection"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AddedSection"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}/sections/{section}/contributors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say who stands over a section */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                    section: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Contributors"];
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put the answers into another order */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an article */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_HistoryLine"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See what a Word document would become
         * @description A `.docx` of at most 20 MB. Nothing is kept.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        document: string;
                        choices?: components["schemas"]["LookChoices"];
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FoundInDocument"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin an article with a Word document
         * @description With what was decided after a look. The same call once more answers the same draft.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        document: string;
                        choices?: components["schemas"]["DocumentChoices"];
                    };
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BegunDraft"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was invited to write in an article, and who can be */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SentInvitations"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Invite somebody to write, or send the invitation again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Writer"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitedWriter"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back that nobody has accepted */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}/kept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep the words that were not chosen
         * @description Where two people had changed one part. Changes nothing but the history.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WordsNotChosen"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KeptName"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}/kept/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Earlier words of a draft */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KeptText"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}/kept/{id}/bring-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring earlier words back
         * @description A save like any other: needs `If-Match` with the version it takes the place of. A section
         *     that was taken out is added again.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BringBack"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BroughtBack"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}/kept/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed since words that were kept */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangesSince"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}/revisions/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed since the text was frozen
         * @description `revision_id` in the history names it.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangesSince"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The comments beside a text
         * @description Open ones first.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_Comment"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Comment on words of a text, or answer a comment */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewComment"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AddedComment"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}/comments/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a comment as settled */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}/comments/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a settled comment again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}/comments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an own comment away
         * @description Its words are gone for good; the answers to it stay.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{article}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say who is writing, and hear it
         * @description A courtesy and no lock: versions protect every save. Who was not heard of for a minute has
         *     stopped. Answers everybody who writes in the draft.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    article: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PresenceSaid"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_Presence"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add an image
         * @description JPEG, PNG or WebP of at most 20 MB. Adding the same one again answers the same name. An
         *     image that stands in no text for 30 days is removed.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AddedImage"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/{sha256}/{size}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One size of an image, such as `800.webp` or `400.jpg` */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sha256: string;
                    size: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A WebP or JPEG file. */
                200: {
                    headers: {
                        "CONTENT-TYPE": string;
                        "CACHE-CONTROL": string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign/{token}/media/{sha256}/{size}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One size of an image of the text behind a one-time link */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                    sha256: string;
                    size: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A WebP or JPEG file. */
                200: {
                    headers: {
                        "CONTENT-TYPE": string;
                        "CACHE-CONTROL": string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/references/parse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a pasted list of references apart
         * @description What has not the form of the APA stays whole, in `title`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PastedReferences"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_Reference"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/references/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at typed references as saving would, and print them */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TypedReferences"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_Reference"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the text to the editors */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the text back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/start-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take up a submitted text */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/request-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask its authors for changes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditorsAnswer"];
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say no */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditorsAnswer"];
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The proof as the caller sees it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Proof"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Freeze the text and ask for signatures */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProofSent"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/proof/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The proof as the page that readers will be given */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html; charset=utf-8": string;
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/proof/links/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A fresh link for one clinician, to copy */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    person: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProofLink"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/proof/reminders/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remind one clinician now, by mail */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    person: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Reminded"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/proof/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say whether those who have not signed are reminded by themselves */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Reminders"];
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who signed which text, and what is missing */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Signatures"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/attest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign one's own text */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Attestation"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Signed"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/object": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that something is wrong */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Objection"];
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve as the second person */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make it public */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Named"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Published"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a successor */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the live copy off the site */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WithdrawalRequest"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Joint"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a live text without its author */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AmendmentRequest"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Amended"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Blank every word */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ErasureRequest"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Joint"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The proof behind a one-time link
         * @description Opening it signs nothing.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Proof"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Sign by a one-time link */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Attestation"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Signed"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign/{token}/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The proof behind a one-time link as the page that readers will be given
         * @description Opening it signs nothing. A link that has signed shows what was signed with it.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html; charset=utf-8": string;
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign/{token}/object": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Object by a one-time link */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Objection"];
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The links that were made to an article, the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_PreviewLink"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Make a link that shows the proof that is out, or else the draft as it is now
         * @description It shows this one text, whatever becomes of the draft, and does nothing else.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewPreviewLink"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}/previews/{preview}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a link */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    preview: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/preview/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Until when a link shows its text */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PreviewUntil"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/preview/{token}/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text of a link as the page that readers would be given */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html; charset=utf-8": string;
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/preview/{token}/media/{sha256}/{size}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One size of an image of the text that a link shows */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                    sha256: string;
                    size: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A WebP or JPEG file. */
                200: {
                    headers: {
                        "CONTENT-TYPE": string;
                        "CACHE-CONTROL": string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Public articles, newest first
         * @description What is published while somebody reads on is neither told twice nor does it push
         *     anything out of the list.
         */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_PublicArticle"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/articles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One public article, by its address or id
         * @description Byline, text, disclaimers and notices come together. One that was taken off the site is
         *     answered with 410 and the reason.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Authors of public articles, by name */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_PublicAuthor"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Topics and groups, in order */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_PublicTopic"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disclaimers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version of every disclaimer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_Disclaimer"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/help": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The help directory */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_HelpEntry"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find public articles */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    topic?: string;
                    author?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Found"];
                    };
                };
                /** @description Refused; `code` says why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Account
         * @description Somebody who signs in.
         */
        Account: {
            /** Format: uuid */
            id: string;
            email: string;
            roles: components["schemas"]["Role"][];
            person: components["schemas"]["PersonRef"];
            /**
             * Format: date-time
             * @description Since when it cannot be used.
             */
            disabled_at: string | null;
            /**
             * Format: date-time
             * @description In a browser that is still signed in.
             */
            last_seen_at: string | null;
            /** Format: date-time */
            invited_at: string;
        };
        /**
         * AccountChange
         * @description One change of an account.
         */
        AccountChange: {
            roles?: components["schemas"]["Role"][];
            disabled?: boolean;
        };
        /**
         * AccountRef
         * @description An account by its address.
         */
        AccountRef: {
            /** Format: uuid */
            id: string;
            email: string;
        };
        /**
         * @description What a caller can do with an article.
         * @enum {string}
         */
        Act: "edit" | "arrange" | "submit" | "submit_for_author" | "recall" | "start_review" | "request_changes" | "decline" | "send_proof" | "attest" | "object" | "approve" | "publish" | "revise" | "withdraw" | "amend" | "erase";
        /**
         * AddedComment
         * @description The comment that was added.
         */
        AddedComment: {
            /** Format: uuid */
            id: string;
        };
        /**
         * AddedImage
         * @description An image as it is kept: in several sizes and two formats, without what the camera noted.
         */
        AddedImage: {
            /** @description Its name: what a text says of it, `<img src="media:…">`. */
            sha256: string;
            /**
             * Format: uint32
             * @description In pixels.
             */
            width: number;
            /**
             * Format: uint32
             * @description In pixels.
             */
            height: number;
            /** @description One size of it, for the screen. */
            url: string;
        };
        /**
         * AddedPerson
         * @description A person just added.
         */
        AddedPerson: {
            person: components["schemas"]["PersonRow"];
            /** @description What stood behind the name and is not in the catalogue; it was left out. */
            unknown_letters: string[];
        };
        /**
         * AddedSection
         * @description The section that was added.
         */
        AddedSection: {
            /** Format: uuid */
            id: string;
        };
        /**
         * Amended
         * @description An amendment proposed or published.
         */
        Amended: {
            /** @description To be signed by the second person. */
            digest: string | null;
            published: components["schemas"]["Published"] | null;
        };
        /**
         * @description What kind of change an amendment is.
         * @enum {string}
         */
        AmendmentClass: "typo" | "factual" | "safety" | "legal";
        /**
         * AmendmentRequest
         * @description `class` to propose, `digest` to sign as the second person.
         */
        AmendmentRequest: {
            class?: components["schemas"]["AmendmentClass"];
            digest?: string;
        };
        /**
         * @description Whether a question was answered, and how.
         * @enum {string}
         */
        Answer: "not_asked" | "no" | "yes";
        /**
         * Approval
         * @description An approval.
         */
        Approval: {
            /** @description The digest of the text that was read. */
            digest: string;
            kinds: components["schemas"]["Reading"][];
        };
        /**
         * @description The readings an approval can stand for.
         * @enum {string}
         */
        ApprovalKind: "editorial" | "clinical";
        /**
         * Article
         * @description An article on the writing screen.
         */
        Article: {
            /** Format: uuid */
            id: string;
            slug: string | null;
            kind: components["schemas"]["Kind"];
            language: string;
            head: components["schemas"]["Head"];
            sections: components["schemas"]["Section"][];
            candidate: components["schemas"]["Candidate"] | null;
            public: components["schemas"]["PublicCopy"];
            editor: components["schemas"]["PersonRef"] | null;
            /** @description For editors: what stopped the text, or is said of an amendment, and is not answered yet. */
            objection: components["schemas"]["StandingObjection"] | null;
            /** @description What waits for a second person, for those who can have a part in it. */
            joint_act: components["schemas"]["JointAct"] | null;
            /** @description Whether the caller is one of its authors. */
            mine: boolean;
            /** @description What the caller can do now. */
            may: components["schemas"]["Act"][];
        };
        /**
         * ArticleRow
         * @description One article in a list.
         */
        ArticleRow: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["Kind"];
            /** @description As typed; may be empty. */
            title: string;
            question: string | null;
            bylines: components["schemas"]["Byline"][];
            topics: components["schemas"]["TopicRef"][];
            candidate: components["schemas"]["Candidate"] | null;
            public: components["schemas"]["PublicCopy"];
            /** @description Whose turn it is; empty when it is the editors'. */
            waiting_for: components["schemas"]["PersonRef"][];
            /** Format: date-time */
            waiting_since: string | null;
            signatures: components["schemas"]["SignatureCount"];
            editor: components["schemas"]["PersonRef"] | null;
            /** @description What waits for a second person, for those who can have a part in it. */
            joint_act: components["schemas"]["JointAct"] | null;
            /** Format: date-time */
            updated_at: string;
        };
        /**
         * AskedWay
         * @description How somebody was asked to sign.
         */
        AskedWay: {
            /** @description Where the letter went; null where none could, and after 90 days. */
            mailed_to: string | null;
            /** @description Who was last shown a link to hand over. */
            copied_by: components["schemas"]["PersonRef"] | null;
            /**
             * Format: date-time
             * @description When that was.
             */
            copied_at: string | null;
            /** @description Whether a letter can remind them now. */
            can_remind: boolean;
        };
        /**
         * Attestation
         * @description A contributor's signature.
         */
        Attestation: {
            /** @description The digest of the proof on the screen. */
            digest: string;
            declarations: components["schemas"]["Declarations"];
            /** @default [] */
            put_back?: components["schemas"]["PutBack"][];
        };
        /**
         * AuthorFacet
         * @description An author and how many of the hits are by them.
         */
        AuthorFacet: {
            slug: string;
            name: string;
            /** Format: uint64 */
            articles: number;
        };
        /**
         * BegunDraft
         * @description The draft that was begun.
         */
        BegunDraft: {
            /** Format: uuid */
            id: string;
            /** @description What could not be carried over, a line each. */
            left_out: string[];
        };
        /**
         * BringBack
         * @description A name for bringing words back.
         */
        BringBack: {
            /**
             * Format: uuid
             * @description Made by the client, so that a retry is recognised.
             */
            save_id: string;
        };
        /**
         * BroughtBack
         * @description What was stored.
         */
        BroughtBack: {
            /**
             * Format: int64
             * @description What the next `If-Match` names.
             */
            version: number;
            /** Format: date-time */
            saved_at: string;
        };
        /**
         * Browser
         * @description A browser in which the caller is signed in.
         */
        Browser: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            started_at: string;
            /**
             * Format: date-time
             * @description To the quarter of an hour.
             */
            last_seen_at: string;
            /** @description In two words, such as "Firefox on Windows". */
            browser: string;
            /** @description Whether it is the one that asks. */
            current: boolean;
        };
        /**
         * Byline
         * @description A byline as printed.
         */
        Byline: {
            /** @description "Jo Example" */
            name: string;
            /** @description `["MA", "LPC"]`, in the order printed. */
            letters: string[];
            /** @description What this person did for the text under the name; `author` where there is none. */
            role: components["schemas"]["ContributorRole"] & unknown;
            /** @description "Jo Example, MA, LPC" */
            text: string;
        };
        /**
         * @description Where a byline stands in a document.
         * @enum {string}
         */
        BylinePlace: "line" | "opening" | "about";
        /**
         * Candidate
         * @description The text under way.
         */
        Candidate: {
            state: components["schemas"]["CandidateState"];
            /** Format: date-time */
            since: string | null;
            /** @description Who brought it there. */
            by: components["schemas"]["PersonRef"] | null;
            /** @description Of a request for changes or a no. */
            reason: string | null;
            /** @description In the editor's words. */
            message: string | null;
            /**
             * Format: uuid
             * @description The frozen text.
             */
            revision_id: string | null;
            /** @description What an approval names. */
            digest: string | null;
            /** @description Eight signs of it. */
            fingerprint: string | null;
        };
        /**
         * @description The states of a text under way.
         * @enum {string}
         */
        CandidateState: "draft" | "submitted" | "in_review" | "changes_requested" | "proof_out" | "approved" | "scheduled" | "declined";
        /**
         * CatalogueEntry
         * @description Letters with one meaning.
         */
        CatalogueEntry: {
            abbreviation: string;
            kind: components["schemas"]["CredentialKind"];
            title: string;
            /** @description ISO 3166 code of a country or its part; null where it is the same everywhere. */
            jurisdiction: string | null;
            /** @description The country of the jurisdiction. */
            region: string | null;
        };
        /**
         * Change
         * @description One change between two texts.
         */
        Change: {
            /**
             * Format: uint32
             * @description Counts from 1 within the part; `data-change` in `marked_html`.
             */
            number: number;
            kind: components["schemas"]["ChangeKind"];
            before: string;
            after: string;
        };
        /**
         * @description What happened to some words.
         * @enum {string}
         */
        ChangeKind: "added" | "removed" | "replaced";
        /**
         * ChangedPart
         * @description One part with its changes marked.
         */
        ChangedPart: {
            part: components["schemas"]["TextPart"];
            /** Format: uuid */
            section_id: string | null;
            /**
             * Format: uint32
             * @description Order on the page, from 1; `null` where the section was taken out.
             */
            position: number | null;
            /** @description The present words with `<ins>` and `<del>`; a title, question or summary is one line. */
            marked_html: string;
            changes: components["schemas"]["Change"][];
        };
        /**
         * ChangesSince
         * @description The differences between an earlier text and the draft as it stands.
         */
        ChangesSince: {
            /**
             * Format: date-time
             * @description When the earlier words were saved or frozen.
             */
            at: string;
            by: components["schemas"]["PersonRef"] | null;
            /**
             * Format: uint32
             * @description How many changes there are in all parts.
             */
            changes: number;
            /** Format: uint32 */
            words_added: number;
            /** Format: uint32 */
            words_removed: number;
            /** @description In the order printed; what was taken out comes last. */
            parts: components["schemas"]["ChangedPart"][];
        };
        /**
         * @description Whether a client can be seen on an image.
         * @enum {string}
         */
        Clients: "not_asked" | "none_shown" | "consent_held";
        /**
         * Comment
         * @description A comment beside a text.
         */
        Comment: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            section_id: string;
            /** @description Who wrote it here. */
            person: components["schemas"]["PersonRef"] | null;
            /** @description Who wrote it, as the document says that it came with. */
            author_name: string | null;
            /** @description The words it is about; may be empty. */
            quote: string;
            /** @description Up to 40 characters before them, to tell the same words at several places apart. */
            before: string;
            /** @description Plain text; null when its writer took it away and the answers stayed. */
            body: string | null;
            /** Format: date-time */
            at: string;
            /**
             * Format: date-time
             * @description Since when it is settled.
             */
            resolved_at: string | null;
            resolved_by: components["schemas"]["PersonRef"] | null;
            /** @description Whether the caller wrote it and may take it away. */
            mine: boolean;
            /** @description Oldest first. */
            answers: components["schemas"]["CommentAnswer"][];
        };
        /**
         * CommentAnswer
         * @description An answer to a comment.
         */
        CommentAnswer: {
            /** Format: uuid */
            id: string;
            /** @description Who wrote it here. */
            person: components["schemas"]["PersonRef"] | null;
            /** @description Who wrote it, as the document says that it came with. */
            author_name: string | null;
            body: string;
            /** Format: date-time */
            at: string;
            /** @description Whether the caller wrote it and may take it away. */
            mine: boolean;
        };
        /**
         * ConfirmedBy
         * @description A contributor whom somebody confirmed: a person known here, or a byline as typed.
         */
        ConfirmedBy: {
            /** @description The byline in the document that is theirs, word for word. */
            found?: string;
            /** Format: uuid */
            person_id?: string;
            /** @description Such as "Jo Example, MA, LPC", for somebody new here. */
            typed?: string;
        };
        /**
         * Contributor
         * @description Somebody over a section.
         */
        Contributor: {
            /** Format: uuid */
            person: string;
            /** @description An author unless said. */
            role?: components["schemas"]["ContributorRole"] & unknown;
        };
        /**
         * @description What somebody did for a text, in the order in which names are printed.
         * @enum {string}
         */
        ContributorRole: "author" | "with" | "translator" | "illustrator";
        /**
         * Contributors
         * @description The names over a section.
         */
        Contributors: {
            /** @description In the order printed; authors stand before the others. */
            contributors: components["schemas"]["Contributor"][];
            /** @description A byline as typed, for one more who is new here. */
            typed?: string;
            /** @description What the one who is new here did; an author unless said. */
            typed_role?: components["schemas"]["ContributorRole"] & unknown;
        };
        /**
         * Credential
         * @description A credential with its checks.
         */
        Credential: {
            /** Format: uuid */
            id: string;
            abbreviation: string;
            kind: components["schemas"]["CredentialKind"];
            title: string | null;
            jurisdiction: string | null;
            issuer: string | null;
            number: string | null;
            show_number: boolean;
            /** Format: date */
            expires_on: string | null;
            supervised_by: string | null;
            shown: boolean;
            /** @description Newest first. */
            verifications: components["schemas"]["Verification"][];
        };
        /**
         * CredentialChange
         * @description What to change of a credential; what is left out stays as it is, null takes away.
         */
        CredentialChange: {
            abbreviation?: string;
            kind?: components["schemas"]["CredentialKind"];
            title?: string;
            jurisdiction?: string;
            issuer?: string;
            number?: string;
            show_number?: boolean;
            /** Format: date */
            expires_on?: string;
            supervised_by?: string;
            shown?: boolean;
        };
        /**
         * @description What a credential is.
         * @enum {string}
         */
        CredentialKind: "degree" | "licence" | "certification" | "membership";
        /**
         * CurrentText
         * @description The present text of what somebody else saved first.
         */
        CurrentText: {
            /**
             * Format: int64
             * @description What the next `If-Match` has to name.
             */
            version: number;
            /** Format: date-time */
            saved_at?: string;
            /** @description Who saved it. */
            saved_by?: string;
            /** @description Whether that was the caller, in another window or on another device. */
            saved_by_caller: boolean;
            /** @description Of a head. */
            title?: string;
            /** @description Of a head. */
            summary?: string;
            /** @description Of a head. */
            question?: string;
            /** @description Of a section. */
            body_html?: string;
            /** @description Of a section. */
            images?: components["schemas"]["SectionImage"][];
            /** @description Of a section. */
            references?: components["schemas"]["Reference"][];
        };
        /**
         * DeclarationAnswer
         * @description The answer to one question.
         */
        DeclarationAnswer: {
            answer: components["schemas"]["Answer"];
            /**
             * @description With a yes.
             * @default null
             */
            details?: string | null;
        };
        /**
         * Declarations
         * @description What the contributors of a section declare.
         */
        Declarations: {
            interests: components["schemas"]["DeclarationAnswer"];
            sponsorship: components["schemas"]["DeclarationAnswer"];
            ai_assistance: components["schemas"]["DeclarationAnswer"];
            published_before: components["schemas"]["DeclarationAnswer"];
            case_material: components["schemas"]["DeclarationAnswer"];
        };
        /**
         * Disclaimer
         * @description One version of one disclaimer.
         */
        Disclaimer: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["DisclaimerKind"];
            locale: string;
            /** Format: uint32 */
            version: number;
            title: string;
            /** @description A few words for lists. */
            short: string;
            body: string;
            /** Format: date-time */
            effective_from: string;
            approved_by: string;
        };
        /**
         * @description What a disclaimer is about.
         * @enum {string}
         */
        DisclaimerKind: "views_of_author" | "not_medical_advice" | "imported" | "amended";
        /**
         * DocumentChoices
         * @description What was decided after a look.
         */
        DocumentChoices: {
            /**
             * Format: uuid
             * @description Made by the client, so that a retry is recognised.
             */
            save_id: string;
            /** @description `accept` unless told. */
            tracked?: components["schemas"]["TrackedChanges"] & unknown;
            /** @description The one that was found unless told. */
            title?: string;
            /** @description In the order printed; the caller's own text when an author leaves it out. */
            by?: components["schemas"]["ConfirmedBy"][];
            /** @description Numbers such as `5.1`, main topic first. */
            topics?: string[];
        };
        /**
         * EditorsAnswer
         * @description What an editor answers an author.
         */
        EditorsAnswer: {
            reason: string;
            message?: string;
        };
        /**
         * ErasureRequest
         * @description `reason` to ask, `confirm` to agree as the second person to what was read.
         */
        ErasureRequest: {
            reason?: string;
            /**
             * Format: uuid
             * @description The id of the article's `joint_act`.
             */
            confirm?: string;
        };
        /**
         * Facets
         * @description What the hits have in common, under all filters.
         */
        Facets: {
            topics: components["schemas"]["TopicFacet"][];
            authors: components["schemas"]["AuthorFacet"][];
        };
        /**
         * FieldProblem
         * @description What is wrong with one field.
         */
        FieldProblem: {
            /** @description The field, as it is sent. */
            field: string;
            /** @description Stays the same when the words change. */
            code: string;
            /** @description One plain sentence. */
            detail: string;
        };
        /**
         * @description What a topic asks of the pages that carry it.
         * @enum {string}
         */
        Flag: "none" | "crisis" | "abuse" | "eating_disorder";
        /**
         * Found
         * @description What was found.
         */
        Found: {
            /** @description Best first. */
            items: components["schemas"]["Hit"][];
            /** Format: uint64 */
            total: number;
            facets: components["schemas"]["Facets"];
            /** @description A spelling that finds something, when nothing was found. */
            did_you_mean: string | null;
        };
        /**
         * FoundByline
         * @description A byline in a document, and who it may be.
         */
        FoundByline: {
            /** @description The words as they stand in the document. */
            found: string;
            place: components["schemas"]["BylinePlace"];
            byline: components["schemas"]["Byline"];
            /** @description Not in the catalogue. */
            unknown_letters: string[];
            /** @description Persons of this name here; for an author at most herself. */
            matches: components["schemas"]["PersonRef"][];
        };
        /**
         * FoundInDocument
         * @description What was found in a document. Nothing of it is kept.
         */
        FoundInDocument: {
            /** @description Empty where it has none. */
            title: string;
            /** @description Who may have written it; nobody stands over the text until somebody says so. */
            bylines: components["schemas"]["FoundByline"][];
            /** @description At most three, the likeliest first; suggested, not set. */
            topics: components["schemas"]["TopicRef"][];
            /** @description The works it rests on, as they will be printed. */
            references: string[];
            /**
             * Format: uint64
             * @description Notes that will stand at the end.
             */
            notes: number;
            /**
             * Format: uint64
             * @description Comments and the answers to them.
             */
            comments: number;
            /** Format: uint64 */
            images: number;
            /** Format: uint64 */
            words: number;
            changes: components["schemas"]["UnsettledChanges"];
            language: string;
            /** @description What comes along, a sentence each. */
            carried: string[];
            /** @description What cannot be carried over, a line each. */
            left_out: string[];
        };
        /**
         * GivenApproval
         * @description One approval.
         */
        GivenApproval: {
            person: components["schemas"]["PersonRef"];
            kind: components["schemas"]["ApprovalKind"];
            /** Format: date-time */
            at: string;
        };
        /**
         * Head
         * @description Title, summary and question as typed.
         */
        Head: {
            /**
             * Format: int64
             * @description What the next `If-Match` names.
             */
            version: number;
            title: string;
            summary: string;
            question: string | null;
            topics: components["schemas"]["TopicRef"][];
            /** Format: date-time */
            saved_at: string;
            saved_by: components["schemas"]["PersonRef"] | null;
        };
        /**
         * HeadSave
         * @description A head to be saved.
         */
        HeadSave: {
            /**
             * Format: uuid
             * @description Made by the client, so that a retry is recognised.
             */
            save_id: string;
            title: string;
            summary: string;
            question?: string;
        };
        /**
         * HelpEntry
         * @description One service of the help directory, with the day it was last checked.
         */
        HelpEntry: {
            /** Format: uuid */
            id: string;
            /** @description ISO 3166 code; `ZZ` for everywhere else. */
            country: string;
            kind: components["schemas"]["HelpKind"];
            service: string;
            audience: string | null;
            call: string | null;
            text_keyword: string | null;
            text_to: string | null;
            url: string | null;
            hours: string | null;
            languages: string[];
            source: string;
            /** Format: date */
            last_checked_on: string;
            checked_by: string;
            /** @description Whether nobody has checked it for more than 90 days. */
            stale: boolean;
        };
        /**
         * @description What a service is for.
         * @enum {string}
         */
        HelpKind: "emergency" | "crisis" | "abuse" | "eating_disorder" | "directory";
        /**
         * HistoryLine
         * @description One act on an article.
         */
        HistoryLine: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["PersonRef"] | null;
            /** @description `account`, `link`, `operator` or `clock`. */
            caller: string;
            act: string;
            /** @description Ids, counts and preset words. */
            detail: unknown;
            /** Format: uuid */
            revision_id: string | null;
            fingerprint: string | null;
            /**
             * Format: uuid
             * @description Where words were kept: `GET /drafts/{article}/kept/{kept_id}` gives them.
             */
            kept_id: string | null;
        };
        /**
         * Hit
         * @description An article that was found.
         */
        Hit: {
            title: string;
            url: string;
            slug: string;
            /** @description All names in one line. */
            byline: string;
            bylines: components["schemas"]["Byline"][];
            /** @description The passage that shows why; HTML that holds text and `mark` and nothing else. */
            snippet: string;
            topics: components["schemas"]["TopicRef"][];
            mode: components["schemas"]["Mode"];
            status: components["schemas"]["Status"];
            /** @description What is pinned to it, in a few words each; the article has them in full. */
            disclaimers: components["schemas"]["ShortDisclaimer"][];
            /** @description Who paid, in the words that were signed. */
            sponsorship: string | null;
        };
        /**
         * ImageFacts
         * @description What is said of an image.
         */
        ImageFacts: {
            /** @description Which. */
            sha256: string;
            /**
             * @description What it shows, for people who cannot see it; empty for mere decoration, null while nobody
             *     has said.
             */
            alt?: string;
            /** @default  */
            caption?: string;
            /** @default  */
            credit?: string;
            /** @default  */
            licence?: string;
            clients: components["schemas"]["Clients"];
        };
        /**
         * InvitationToWrite
         * @description An invitation to write, and what came of it.
         */
        InvitationToWrite: {
            /** Format: uuid */
            id: string;
            person: components["schemas"]["PersonRef"];
            /** @description The whole one for editors and for who sent it, else its beginning and its house. */
            address: string;
            invited_by: components["schemas"]["PersonRef"];
            /** Format: date-time */
            sent_at: string;
            /**
             * Format: date-time
             * @description When its page was first opened.
             */
            opened_at: string | null;
            /**
             * Format: date-time
             * @description When somebody chose a password with it.
             */
            accepted_at: string | null;
            /** Format: date-time */
            withdrawn_at: string | null;
            /** Format: date-time */
            expires_at: string;
        };
        /**
         * Invited
         * @description An invitation.
         */
        Invited: {
            account: components["schemas"]["Account"];
            link: components["schemas"]["LinkToCopy"];
            /** @description Whether a letter is on its way; then the link is not shown. */
            mailed: boolean;
        };
        /**
         * InvitedWriter
         * @description An invitation to write that is on its way.
         */
        InvitedWriter: {
            person: components["schemas"]["PersonRef"];
            /** @description To copy; null when it went by mail. */
            url: string | null;
            /** Format: date-time */
            expires_at: string;
            mailed: boolean;
        };
        /**
         * Joint
         * @description What came of an act that takes two.
         */
        Joint: {
            /** @description False while it waits for a second person. */
            done: boolean;
        };
        /**
         * JointAct
         * @description What waits for a second person, with all that they need to decide.
         */
        JointAct: {
            /**
             * Format: uuid
             * @description What `confirm` names.
             */
            id: string;
            act: components["schemas"]["JointKind"];
            /** @description Who asked, or did it in an emergency. */
            asked_by: components["schemas"]["PersonRef"] & unknown;
            /** Format: date-time */
            asked_at: string;
            /** @description Of a withdrawal, as it is printed for readers; of an erasure, for the record. */
            reason: string | null;
            /** @description Of an amendment. */
            class: components["schemas"]["AmendmentClass"] | null;
            /** @description The text of an amendment, which its second person signs. */
            digest: string | null;
            /** @description Whether it was done already, by one person because it could not wait. */
            emergency: boolean;
        };
        /**
         * @description Acts that take two persons.
         * @enum {string}
         */
        JointKind: "withdraw" | "erase" | "amend";
        /**
         * @description Why words were kept.
         * @enum {string}
         */
        KeptBecause: "replaced" | "removed" | "not_chosen";
        /**
         * KeptName
         * @description The name of words that were kept.
         */
        KeptName: {
            /** Format: uuid */
            id: string;
        };
        /**
         * @description Where earlier words belong.
         * @enum {string}
         */
        KeptPlace: "head" | "section" | "removed_section";
        /**
         * KeptText
         * @description Earlier words of a draft.
         */
        KeptText: {
            /** Format: uuid */
            id: string;
            part: components["schemas"]["KeptPlace"];
            /** Format: uuid */
            section_id: string | null;
            /**
             * Format: uint32
             * @description Order on the page, from 1, where the section is there.
             */
            position: number | null;
            why: components["schemas"]["KeptBecause"];
            /** Format: date-time */
            saved_at: string;
            saved_by: components["schemas"]["PersonRef"] | null;
            title: string | null;
            summary: string | null;
            question: string | null;
            body_html: string | null;
            /** @description Of a section; empty for the head. */
            images: components["schemas"]["SectionImage"][];
            /** @description Of a section; empty for the head. */
            references: components["schemas"]["Reference"][];
            /**
             * Format: int64
             * @description What stands there now; `If-Match` names it when the words are brought back.
             */
            version: number;
        };
        /**
         * @description What an article is made of.
         * @enum {string}
         */
        Kind: "article" | "expert_answers";
        /**
         * Link
         * @description What a link is for; used, old and unknown ones are not found.
         */
        Link: {
            purpose: components["schemas"]["LinkPurpose"];
            /** @description Always true. */
            valid: boolean;
            /** @description Whom it is for. */
            name?: string;
            /** @description The account it opens. */
            email?: string;
        };
        /**
         * @description What a link is for.
         * @enum {string}
         */
        LinkPurpose: "sign_in" | "invite" | "reset" | "proof" | "first_run";
        /**
         * LinkRequest
         * @description Where to send a link.
         */
        LinkRequest: {
            email: string;
            /** @description To sign in, unless told. */
            purpose?: components["schemas"]["Wish"] & unknown;
        };
        /**
         * LinkToCopy
         * @description A link to hand over.
         */
        LinkToCopy: {
            /** @description Null when it was mailed. */
            url: string | null;
            /** Format: date-time */
            expires_at: string;
        };
        /**
         * LookChoices
         * @description How to look at a document.
         */
        LookChoices: {
            /** @description `accept` unless told. */
            tracked?: components["schemas"]["TrackedChanges"] & unknown;
        };
        /**
         * Merge
         * @description The person somebody turned out to be.
         */
        Merge: {
            /** Format: uuid */
            into: string;
            /** @description True: it cannot be undone. */
            confirm: boolean;
        };
        /**
         * Merged
         * @description What came of a merge.
         */
        Merged: {
            /**
             * Format: uint64
             * @description How many articles name the person now.
             */
            articles: number;
            /**
             * Format: uint64
             * @description How many articles lost their second person, who turned out to be an author.
             */
            lost_second_person: number;
            /** @description Those articles. */
            lost: string[];
        };
        /**
         * @description What kind of thing is missing.
         * @enum {string}
         */
        MissingKind: "signature" | "approval";
        /**
         * MissingPart
         * @description Something missing before publication.
         */
        MissingPart: {
            what: components["schemas"]["MissingKind"];
            person: components["schemas"]["PersonRef"] | null;
            /** Format: uuid */
            section_id: string | null;
            detail: string;
        };
        /**
         * @description How a publication came about.
         * @enum {string}
         */
        Mode: "countersigned" | "amended" | "imported";
        /**
         * Named
         * @description A text by its digest.
         */
        Named: {
            digest: string;
        };
        /**
         * NewAccount
         * @description Whom to invite: somebody new by name, or a person who is known here.
         */
        NewAccount: {
            email: string;
            /** @description Needed without `person_id`. */
            name?: string;
            /** @description Such as "MA, LPC". */
            letters?: string;
            /** Format: uuid */
            person_id?: string;
            roles: components["schemas"]["Role"][];
        };
        /**
         * NewArticle
         * @description What an article begins with.
         */
        NewArticle: {
            kind: components["schemas"]["Kind"];
            title?: string;
            /**
             * Format: uuid
             * @description Whose first text it is; the caller's own unless told.
             */
            contributor?: string;
        };
        /**
         * NewComment
         * @description A comment on words of a section, or an answer to a comment.
         */
        NewComment: {
            /** @description At most 4,000 characters. */
            body: string;
            /**
             * Format: uuid
             * @description Of a comment on a text.
             */
            section_id?: string;
            /** @description The words it is about. */
            quote?: string;
            /** @description What stands before them. */
            before?: string;
            /**
             * Format: uuid
             * @description Of an answer: the comment.
             */
            answers?: string;
        };
        /**
         * NewCredential
         * @description A credential as its holder, who attests to it, types it.
         */
        NewCredential: {
            /** @description Such as "LPC". */
            abbreviation: string;
            kind: components["schemas"]["CredentialKind"];
            title?: string;
            /** @description Such as "US-TX". */
            jurisdiction?: string;
            issuer?: string;
            number?: string;
            show_number: boolean;
            /** Format: date */
            expires_on?: string;
            supervised_by?: string;
            shown: boolean;
        };
        /**
         * NewPassword
         * @description A new password.
         */
        NewPassword: {
            /** @description The present one; may be empty where there is none. */
            current: string;
            /** @description At least 12 characters. */
            new: string;
        };
        /**
         * NewPreviewLink
         * @description A link that has just been made.
         */
        NewPreviewLink: {
            /** Format: uuid */
            id: string;
            /** @description Shown this once. */
            url: string;
            /** Format: date-time */
            expires_at: string;
        };
        /**
         * NewSection
         * @description One more section.
         */
        NewSection: {
            contributors?: string[];
            /** @description A byline as typed, such as "Jo Example, MA, LPC", for somebody new here. */
            typed?: string;
        };
        /**
         * NewVerification
         * @description A check as it is noted.
         */
        NewVerification: {
            /** @description Where it was looked up. */
            source: string;
            url?: string;
            /** Format: date */
            checked_on: string;
            /**
             * Format: date
             * @description Twelve months on or the day it expires, if not earlier.
             */
            valid_until?: string;
            status: components["schemas"]["VerificationStatus"];
        };
        /**
         * Objection
         * @description Something is wrong with a proof.
         */
        Objection: {
            message: string;
            /**
             * @description Whether the person does not want it under their name at all.
             * @default false
             */
            never?: boolean;
        };
        /**
         * Order
         * @description The order of the sections.
         */
        Order: {
            sections: string[];
        };
        /**
         * OwnAccount
         * @description The caller's own account.
         */
        OwnAccount: {
            /** Format: uuid */
            id: string;
            email: string;
            roles: components["schemas"]["Role"][];
            person: components["schemas"]["PersonRef"];
        };
        /**
         * Page_Account
         * @description A part of a list.
         */
        Page_Account: {
            items: components["schemas"]["Account"][];
            /** @description Sent as `after`, it gives the next part; null at the end. */
            next: string | null;
        };
        /**
         * Page_ArticleRow
         * @description A part of a list.
         */
        Page_ArticleRow: {
            items: components["schemas"]["ArticleRow"][];
            /** @description Sent as `after`, it gives the next part; null at the end. */
            next: string | null;
        };
        /**
         * Page_Browser
         * @description A part of a list.
         */
        Page_Browser: {
            items: components["schemas"]["Browser"][];
            /** @description Sent as `after`, it gives the next part; null at the end. */
            next: string | null;
        };
        /**
         * Page_CatalogueEntry
         * @description A part of a list.
         */
        Page_CatalogueEntry: {
            items: components["schemas"]["CatalogueEntry"][];
            /** @description Sent as `after`, it gives the next part; null at the end. */
            next: string | null;
        };
        /**
         * Page_Comment
         * @description A part of a list.
         */
        Page_Comment: {
            items: components["schemas"]["Comment"][];
            /** @description Sent as `after`, it gives the next part; null at the end. */
            next: string | null;
        };
        /**
         * Page_Disclaimer
         * @description A part of a list.
         */
        Page_Disclaimer: {
            items: components["schemas"]["Disclaimer"][];
            /** @description Sent as `after`, it gives the next part; null at the end. */
            next: string | null;
        };
        /**
         * Page_HelpEntry
         * @description A part of a list.
         */
        Page_HelpEntry: {
            items: components["schemas"]["HelpEntry"][];
            /** @description Sent as `after`, it gives the next part; null at the end. */
            next: string | null;
        };
        /**
         * Page_HistoryLine
         * @description A part of a list.
         */
        Page_HistoryLine: {
            items: components["schemas"]["HistoryLine"][];
            /** @description Sent as `after`, it gives the next part; null at the end. */
            next: string | null;
        };
        /**
         * Page_PersonRow
         * @description A part of a list.
         */
        Page_PersonRow: {
            items: components["schemas"]["PersonRow"][];
            /** @description Sent as `after`, it gives the next part; null at the end. */
            next: string | null;
        };
        /**
         * Page_Presence
         * @description A part of a list.
         */
        Page_Presence: {
            items: components["schemas"]["Presence"][];
            /** @description Sent as `after`, it gives the next part; null at the end. */
            next: string | null;
        };
        /**
         * Page_PreviewLink
         * @description A part of a list.
         */
        Page_PreviewLink: {
            items: components["schemas"]["PreviewLink"][];
            /** @description Sent as `after`, it gives the next part; null at the end. */
            next: string | null;
        };
        /**
         * Page_PublicArticle
         * @description A part of a list.
         */
        Page_PublicArticle: {
            items: components["schemas"]["PublicArticle"][];
            /** @description Sent as `after`, it gives the next part; null at the end. */
            next: string | null;
        };
        /**
         * Page_PublicAuthor
         * @description A part of a list.
         */
        Page_PublicAuthor: {
            items: components["schemas"]["PublicAuthor"][];
            /** @description Sent as `after`, it gives the next part; null at the end. */
            next: string | null;
        };
        /**
         * Page_PublicTopic
         * @description A part of a list.
         */
        Page_PublicTopic: {
            items: components["schemas"]["PublicTopic"][];
            /** @description Sent as `after`, it gives the next part; null at the end. */
            next: string | null;
        };
        /**
         * Page_Reference
         * @description A part of a list.
         */
        Page_Reference: {
            items: components["schemas"]["Reference"][];
            /** @description Sent as `after`, it gives the next part; null at the end. */
            next: string | null;
        };
        /**
         * ParsedByline
         * @description A typed byline, taken apart.
         */
        ParsedByline: {
            name: string;
            letters: string[];
            /** @description What is not in the catalogue. */
            unknown_letters: string[];
            /** @description Whether it names a practice rather than a person. */
            practice: boolean;
        };
        /**
         * PastedReferences
         * @description A pasted list.
         */
        PastedReferences: {
            /** @description One work a line, in the form of the APA where it can be. */
            typed: string;
            /**
             * Format: uint32
             * @description The number that the first one gets in its name.
             */
            first: number;
        };
        /**
         * Person
         * @description A profile, as its person and the editors see it.
         */
        Person: {
            /** Format: uuid */
            id: string;
            slug: string;
            byline: components["schemas"]["Byline"];
            bio: string;
            practice_url: string | null;
            /** @description The portrait, for those who may see the profile. */
            photo_url: string | null;
            /** @description Letters that come first, in this order. */
            letters_order: string[];
            /** @description Letters that do not print. */
            hidden_letters: string[];
            credentials: components["schemas"]["Credential"][];
            /** @description Who signs in as them. */
            account: components["schemas"]["Account"] | null;
            /**
             * Format: uint64
             * @description Articles, public or under way, that name them.
             */
            articles: number;
            /** @description Who turned out to be the same person. */
            merged_from: components["schemas"]["PersonRef"][];
        };
        /**
         * PersonRef
         * @description A person as screens name them.
         */
        PersonRef: {
            /** Format: uuid */
            id: string;
            /** @description The address of the profile. */
            slug: string;
            /** @description Name and letters now. */
            byline: components["schemas"]["Byline"] & unknown;
        };
        /**
         * PersonRow
         * @description A person in the list.
         */
        PersonRow: {
            /** Format: uuid */
            id: string;
            slug: string;
            byline: components["schemas"]["Byline"];
            /** @description Who signs in as them. */
            account: components["schemas"]["AccountRef"] | null;
            /**
             * Format: uint64
             * @description Articles, public or under way, that name them.
             */
            articles: number;
        };
        /**
         * Presence
         * @description Somebody who writes a part of a draft just now.
         */
        Presence: {
            /** Format: uuid */
            section_id: string | null;
            person: components["schemas"]["PersonRef"];
            /** @description Whether it is the caller, in this window or another. */
            mine: boolean;
            /** Format: date-time */
            since: string;
            /** @description Who asks to write instead, and got no answer yet. */
            asked_by: components["schemas"]["PersonRef"] | null;
            /** @description Whether the caller asked, and was told "not yet". */
            refused: boolean;
        };
        /**
         * @description What is said about writing one part.
         * @enum {string}
         */
        PresenceAct: "look" | "write" | "leave" | "ask" | "hand_over" | "not_yet" | "take";
        /**
         * PresenceSaid
         * @description What somebody says about writing.
         */
        PresenceSaid: {
            act: components["schemas"]["PresenceAct"];
            /**
             * Format: uuid
             * @description The part; title, question and summary where it is left out.
             */
            section_id?: string;
        };
        /**
         * PreviewLink
         * @description A link to a text before publication, and what came of it.
         */
        PreviewLink: {
            /** Format: uuid */
            id: string;
            made_by: components["schemas"]["PersonRef"];
            /** Format: date-time */
            made_at: string;
            /** Format: date-time */
            expires_at: string;
            /**
             * Format: date-time
             * @description When its page was first opened.
             */
            opened_at: string | null;
            /** Format: date-time */
            revoked_at: string | null;
            /** @description Whether it shows its text now. Publication, withdrawal and declining end it too. */
            open: boolean;
        };
        /**
         * PreviewUntil
         * @description What a link to a text before publication says of itself.
         */
        PreviewUntil: {
            /** Format: date-time */
            expires_at: string;
        };
        /**
         * Problem
         * @description Why a call was refused.
         */
        Problem: {
            /** @description `about:blank`: the code says which. */
            type: string;
            /** @description The status in words. */
            title: string;
            /**
             * Format: uint16
             * @description The status.
             */
            status: number;
            /** @description Stays the same when the words change. */
            code: string;
            /** @description One plain sentence for the person at the screen. */
            detail: string;
            /** @description What is wrong where. */
            errors: components["schemas"]["FieldProblem"][];
            /** @description The present text, with `stale`. */
            current?: components["schemas"]["CurrentText"] & unknown;
            /**
             * Format: uint64
             * @description Seconds to wait, with `too_many_tries`; also in `Retry-After`.
             */
            retry_after?: number;
        };
        /**
         * ProfileChange
         * @description What to change of a profile; what is left out stays as it is.
         */
        ProfileChange: {
            /** @description At most 600 letters, plain text. */
            bio?: string;
            /** @description http or https; null takes it away. */
            practice_url?: string;
            letters_order?: string[];
            hidden_letters?: string[];
        };
        /**
         * Proof
         * @description The proof as one person sees it.
         */
        Proof: {
            /** Format: uuid */
            article_id: string;
            /** Format: uuid */
            revision_id: string;
            /** @description What a signature has to name. */
            digest: string;
            fingerprint: string;
            kind: components["schemas"]["Kind"];
            head: components["schemas"]["ProofHead"];
            question: string | null;
            /** @description With `<ins>` and `<del>`. */
            marked_question: string | null;
            /**
             * Format: uint32
             * @description How many changes there are in title, summary, question and the names over the caller's
             *     own text. They are read, and cannot be put back one by one.
             */
            head_changes: number;
            sections: components["schemas"]["ProofSection"][];
            disclaimers: components["schemas"]["ProofDisclaimer"][];
            /** @description What the caller's own text declares so far. */
            declarations: components["schemas"]["Declarations"] & unknown;
            /** @description The sentences that are signed. */
            statement: string[];
            /** @description Whether the caller's signature is asked for. */
            can_sign: boolean;
            /**
             * Format: date-time
             * @description When the caller signed the present text.
             */
            signed_at: string | null;
            /** @description The site that will publish it. */
            site_name: string;
            /** @description Where its editors can be reached. */
            site_contact: string | null;
            /** @description The editor who asks. */
            asked_by: components["schemas"]["PersonRef"] | null;
            /**
             * Format: date-time
             * @description Until when the caller's link works; null for who is signed in.
             */
            link_expires_at: string | null;
        };
        /**
         * ProofDisclaimer
         * @description A disclaimer as it would be pinned today.
         */
        ProofDisclaimer: {
            title: string;
            body: string;
            /** Format: uint32 */
            version: number;
        };
        /**
         * ProofHead
         * @description Title and summary.
         */
        ProofHead: {
            title: string;
            summary: string;
            /** @description With `<ins>` and `<del>`; numbers count from 1 in each. */
            marked_title: string;
            marked_summary: string;
        };
        /**
         * ProofLink
         * @description The link of one clinician.
         */
        ProofLink: {
            person: components["schemas"]["PersonRef"];
            /** @description To copy; null when it went by mail. */
            url: string | null;
            mailed: boolean;
        };
        /**
         * ProofSection
         * @description One section of a proof.
         */
        ProofSection: {
            /** Format: uuid */
            section_id: string;
            bylines: components["schemas"]["Byline"][];
            /** @description The names in one line, with `<ins>` and `<del>`. */
            marked_byline: string;
            contributors: components["schemas"]["PersonRef"][];
            body_html: string;
            /** @description With `<ins>` and `<del>`. */
            marked_html: string;
            changes: components["schemas"]["Change"][];
            images: components["schemas"]["SectionImage"][];
            references: components["schemas"]["Reference"][];
            /** @description Images and references as lines of text, with `<ins>` and `<del>`. */
            marked_beside: string;
            /** @description Whether the caller stands over it. */
            mine: boolean;
            digest: string;
            fingerprint: string;
        };
        /**
         * ProofSent
         * @description A proof that went out.
         */
        ProofSent: {
            /** Format: uuid */
            revision_id: string;
            digest: string;
            fingerprint: string;
            /** @description One for each clinician who has to sign. */
            links: components["schemas"]["ProofLink"][];
            /**
             * @description One for each clinician who need not sign again, although title or summary over their
             *     answer are new: they can look, and object.
             */
            to_look_at: components["schemas"]["ProofLink"][];
        };
        /**
         * PublicArticle
         * @description A public article in a list.
         */
        PublicArticle: {
            /** Format: uuid */
            id: string;
            slug: string;
            /** @description The page. */
            url: string;
            kind: components["schemas"]["Kind"];
            title: string;
            summary: string;
            /** @description All names in one line. */
            byline: string;
            bylines: components["schemas"]["Byline"][];
            topics: components["schemas"]["TopicRef"][];
            mode: components["schemas"]["Mode"];
            status: components["schemas"]["Status"];
            /** @description What is pinned to it, in a few words each; the article has them in full. */
            disclaimers: components["schemas"]["ShortDisclaimer"][];
            /** @description Who paid, in the words that were signed. */
            sponsorship: string | null;
            /** Format: date-time */
            first_published_at: string;
            /** Format: date-time */
            published_at: string;
        };
        /**
         * PublicAuthor
         * @description An author with how much can be read by them.
         */
        PublicAuthor: {
            /** Format: uuid */
            id: string;
            slug: string;
            byline: components["schemas"]["Byline"];
            /** Format: uint64 */
            articles: number;
        };
        /**
         * PublicCopy
         * @description What readers have.
         */
        PublicCopy: {
            state: components["schemas"]["PublicState"];
            /** Format: date-time */
            since: string | null;
            /** @description Path of its page; none once it was erased. */
            url: string | null;
            /** @description Printed for readers when withdrawn or retracted; none once it was erased. */
            reason: string | null;
        };
        /**
         * @description The states of what readers have.
         * @enum {string}
         */
        PublicState: "unpublished" | "live" | "under_concern" | "withdrawn" | "retracted";
        /**
         * PublicTopic
         * @description A topic with how much can be read under it.
         */
        PublicTopic: {
            topic: components["schemas"]["TopicRef"];
            /** @description The group it stands in; null for a group. */
            group: string | null;
            /** Format: uint64 */
            articles: number;
        };
        /**
         * Published
         * @description What was published.
         */
        Published: {
            url: string;
            /**
             * Format: int64
             * @description The site version that first shows it.
             */
            version: number;
        };
        /**
         * PutBack
         * @description One change that is put back.
         */
        PutBack: {
            /** Format: uuid */
            section_id: string;
            /** Format: uint32 */
            number: number;
        };
        /**
         * Queue
         * @description The editors' queue; counts come from it.
         */
        Queue: {
            groups: components["schemas"]["QueueGroup"][];
        };
        /**
         * QueueGroup
         * @description A group of the editors' queue.
         */
        QueueGroup: {
            /** @description A stable word. */
            key: string;
            label: string;
            items: components["schemas"]["ArticleRow"][];
        };
        /**
         * @description What an approval stands for.
         * @enum {string}
         */
        Reading: "editorial" | "clinical";
        /**
         * Reference
         * @description A work of the list of references.
         */
        Reference: {
            id: string;
            authors: string;
            year: string;
            title: string;
            source: string;
            doi: string | null;
            pmid: string | null;
            url: string | null;
            /** @description As printed, plain text. */
            text: string;
            /** @description What a citation of it says, such as `(Example, 2021)`. */
            citation: string;
        };
        /**
         * ReferenceInput
         * @description A work as it is typed. Everything but its name and title may be empty.
         */
        ReferenceInput: {
            /**
             * @description One to sixteen lowercase letters and digits, once in a section: what citations name,
             *     `<a href="#ref-…">`.
             */
            id: string;
            /** @default  */
            authors?: string;
            /** @default  */
            year?: string;
            title: string;
            /** @default  */
            source?: string;
            /**
             * @description With or without `https://doi.org/` before it.
             * @default
             */
            doi?: string;
            /** @default  */
            pmid?: string;
            /** @default  */
            url?: string;
        };
        /**
         * Reminded
         * @description A reminder that is on its way.
         */
        Reminded: {
            /** Format: date-time */
            at: string;
        };
        /**
         * Reminders
         * @description Whether letters remind by themselves.
         */
        Reminders: {
            automatic: boolean;
        };
        /**
         * Rename
         * @description Another name.
         */
        Rename: {
            name: string;
        };
        /**
         * @description A preset of permissions.
         * @enum {string}
         */
        Role: "author" | "editor" | "owner";
        /**
         * Saved
         * @description What was stored.
         */
        Saved: {
            /**
             * Format: int64
             * @description What the next `If-Match` names.
             */
            version: number;
            /** Format: date-time */
            saved_at: string;
        };
        /**
         * SavedSection
         * @description What was stored of a section.
         */
        SavedSection: {
            /**
             * Format: int64
             * @description What the next `If-Match` names.
             */
            version: number;
            /** Format: date-time */
            saved_at: string;
            /** @description The words as cleaned. */
            body_html: string;
            images: components["schemas"]["SectionImage"][];
            references: components["schemas"]["Reference"][];
            /** @description What could not be kept, in plain words. */
            dropped: string[];
        };
        /**
         * SecondPerson
         * @description Whether the caller can approve the text, and who else can.
         */
        SecondPerson: {
            /** @description Why the caller cannot; null where they can. */
            refused: string | null;
            /** @description The other editors whom nothing known keeps from it. */
            others: components["schemas"]["PersonRef"][];
        };
        /**
         * Section
         * @description One section as typed.
         */
        Section: {
            /** Format: uuid */
            id: string;
            /**
             * Format: int64
             * @description What the next `If-Match` names.
             */
            version: number;
            /**
             * Format: uint32
             * @description From 1.
             */
            position: number;
            body_html: string;
            images: components["schemas"]["SectionImage"][];
            references: components["schemas"]["Reference"][];
            contributors: components["schemas"]["PersonRef"][];
            declarations: components["schemas"]["Declarations"];
            /** Format: date-time */
            saved_at: string;
            saved_by: components["schemas"]["PersonRef"] | null;
        };
        /**
         * SectionImage
         * @description An image of a section.
         */
        SectionImage: {
            sha256: string;
            /**
             * Format: uint32
             * @description In pixels.
             */
            width: number;
            /**
             * Format: uint32
             * @description In pixels.
             */
            height: number;
            /** @description One size of it, for the screen of who is signed in. */
            url: string;
            /**
             * @description What it shows, for people who cannot see it; empty for mere decoration, null while nobody
             *     has said.
             */
            alt: string | null;
            caption: string;
            credit: string;
            licence: string;
            clients: components["schemas"]["Clients"];
        };
        /**
         * SectionSave
         * @description A section to be saved.
         */
        SectionSave: {
            /**
             * Format: uuid
             * @description Made by the client, so that a retry is recognised.
             */
            save_id: string;
            body_html: string;
            /** @description What is said of the images in it; stays as it is when left out. */
            images?: components["schemas"]["ImageFacts"][];
            /** @description The works it rests on, in the order printed; stay as they are when left out. */
            references?: components["schemas"]["ReferenceInput"][];
        };
        /**
         * SectionSignatures
         * @description The signatures on one section.
         */
        SectionSignatures: {
            /** Format: uuid */
            section_id: string;
            /** Format: uint32 */
            position: number;
            digest: string;
            fingerprint: string;
            contributors: components["schemas"]["SignedContributor"][];
        };
        /**
         * SentInvitations
         * @description The invitations to an article.
         */
        SentInvitations: {
            /** @description Oldest first. */
            items: components["schemas"]["InvitationToWrite"][];
            /** @description Whose name stands over a text, and who has no account. */
            can_be_invited: components["schemas"]["PersonRef"][];
        };
        /**
         * SessionFacts
         * @description Who is signed in, and where.
         */
        SessionFacts: {
            account: components["schemas"]["OwnAccount"];
            site: components["schemas"]["Site"];
        };
        /**
         * ShortDisclaimer
         * @description A disclaimer as lists carry it.
         */
        ShortDisclaimer: {
            kind: components["schemas"]["DisclaimerKind"];
            short: string;
        };
        /**
         * SignIn
         * @description Either an address and a password, or the token of a link.
         */
        SignIn: {
            email?: string;
            password?: string;
            /** @description From the address of a one-time link. */
            token?: string;
        };
        /**
         * SignatureCount
         * @description How far the signatures on a proof are.
         */
        SignatureCount: {
            /** Format: uint32 */
            needed: number;
            /** Format: uint32 */
            given: number;
            /** @description Whether a second person has approved. */
            approved: boolean;
            /** @description Whether the caller could be that person. */
            open_to_you: boolean;
        };
        /**
         * Signatures
         * @description Who signed which text, and what is missing: the list that the server checks.
         */
        Signatures: {
            /** @description What an approval has to name. */
            digest: string;
            fingerprint: string;
            sections: components["schemas"]["SectionSignatures"][];
            approvals: components["schemas"]["GivenApproval"][];
            missing: components["schemas"]["MissingPart"][];
            /** @description For editors; null for everybody else. */
            second_person: components["schemas"]["SecondPerson"] | null;
            /** @description Whether those who have not signed are reminded by themselves. */
            automatic_reminders: boolean;
        };
        /**
         * Signed
         * @description A signature that was taken.
         */
        Signed: {
            /** Format: date-time */
            at: string;
            /** @description Of the whole text now. */
            digest: string;
        };
        /**
         * SignedContributor
         * @description One name over a section.
         */
        SignedContributor: {
            person: components["schemas"]["PersonRef"];
            /** Format: date-time */
            signed_at: string | null;
            /**
             * Format: date-time
             * @description When a link to sign was last made.
             */
            link_made_at: string | null;
            /** @description Who was shown the link by which they signed, and could have used it. */
            link_shown_to: components["schemas"]["PersonRef"] | null;
            /**
             * Format: date-time
             * @description When this proof was first sent to them.
             */
            asked_at: string | null;
            /** @description When they were reminded of it, oldest first. */
            reminded: string[];
            /** @description How they were asked; for editors alone. */
            way: components["schemas"]["AskedWay"] | null;
        };
        /**
         * Site
         * @description The site one is signed in to.
         */
        Site: {
            /** @description As readers know it. */
            name: string;
            /** @description ISO 3166 code in capitals. */
            country: string;
            /** @description Whether letters can be sent; without it links are shown to copy. */
            mail: boolean;
            /** @description Where to write to the editors: an e-mail address. */
            contact: string | null;
        };
        /**
         * StandingObjection
         * @description What a contributor says is wrong with a proof.
         */
        StandingObjection: {
            by: components["schemas"]["PersonRef"];
            /** Format: date-time */
            at: string;
            /** @description In their own words; may be empty. */
            message: string;
            /** @description Whether the person does not want it under their name at all. */
            never: boolean;
        };
        /**
         * @description Whether readers may rely on a text.
         * @enum {string}
         */
        Status: "live" | "under_concern" | "retracted";
        /**
         * Submission
         * @description The tick at the one plain line.
         */
        Submission: {
            /** @description The tick at the one plain line. */
            statement?: boolean;
            /**
             * @description Instead of it, by the editor who began the text for somebody without an account: it came
             *     from its author.
             */
            came_from_author?: boolean;
        };
        /**
         * @description A part of an article.
         * @enum {string}
         */
        TextPart: "title" | "question" | "summary" | "section" | "beside";
        /**
         * TopicFacet
         * @description A topic and how many of the hits carry it.
         */
        TopicFacet: {
            topic: components["schemas"]["TopicRef"];
            /** Format: uint64 */
            articles: number;
        };
        /**
         * TopicRef
         * @description A topic as a label with an address.
         */
        TopicRef: {
            /** @description Lasting number, such as `5.1`. */
            id: string;
            label: string;
            slug: string;
            flag: components["schemas"]["Flag"];
        };
        /**
         * Topics
         * @description The topics of an article.
         */
        Topics: {
            /** @description Numbers such as `5.1`, main topic first. */
            topics: string[];
        };
        /**
         * @description What becomes of changes that nobody has settled.
         * @enum {string}
         */
        TrackedChanges: "accept" | "refuse";
        /**
         * Typed
         * @description What is typed on the page of a link: nothing to sign in, a password for an invitation or a
         *     reset, all of it for the first owner.
         */
        Typed: {
            name?: string;
            /** @description Such as "MA, LPC". */
            letters?: string;
            email?: string;
            password?: string;
        };
        /**
         * TypedByline
         * @description A byline as people type it.
         */
        TypedByline: {
            /** @description Such as "Jo Example, MA, LPC". */
            typed: string;
        };
        /**
         * TypedReferences
         * @description Works as typed.
         */
        TypedReferences: {
            references: components["schemas"]["ReferenceInput"][];
        };
        /**
         * UnsettledChanges
         * @description Changes in a document that nobody has settled.
         */
        UnsettledChanges: {
            /** Format: uint64 */
            count: number;
            /** @description Whose they are. */
            authors: string[];
        };
        /**
         * Verification
         * @description One check of one credential: by whom, against which source, when, until when.
         */
        Verification: {
            /** Format: uuid */
            id: string;
            by: components["schemas"]["PersonRef"] | null;
            source: string;
            url: string | null;
            /** Format: date */
            checked_on: string;
            /**
             * Format: date
             * @description The last day on which it counts.
             */
            valid_until: string;
            status: components["schemas"]["VerificationStatus"];
        };
        /**
         * @description What a check found.
         * @enum {string}
         */
        VerificationStatus: "current" | "lapsed" | "suspended" | "revoked" | "not_found";
        /**
         * WaysIn
         * @description Which ways in there are.
         */
        WaysIn: {
            /** @description Whether a link can be sent by mail. */
            mail: boolean;
            /** @description Whether anybody has an account; the first owner begins by the link that the server prints. */
            has_accounts: boolean;
        };
        /**
         * @description What a letter with a link may be asked for.
         * @enum {string}
         */
        Wish: "sign_in" | "reset";
        /**
         * WithdrawalRequest
         * @description One of: `printed` to ask, `confirm` to agree as the second person to what was read,
         *     `printed` with `emergency` to do it alone.
         */
        WithdrawalRequest: {
            /** @description The reason, printed for readers. */
            printed?: string;
            /**
             * Format: uuid
             * @description The id of the article's `joint_act`.
             */
            confirm?: string;
            /** @default false */
            emergency?: boolean;
        };
        /**
         * WordsNotChosen
         * @description Words that stood beside the ones chosen: of a section, or of the head.
         */
        WordsNotChosen: {
            /** Format: uuid */
            section_id?: string;
            /** @description Of a section. */
            body_html?: string;
            /** @description Of a section. */
            images?: components["schemas"]["ImageFacts"][];
            /** @description Of a section. */
            references?: components["schemas"]["ReferenceInput"][];
            /** @description Of the head. */
            title?: string;
            summary?: string;
            question?: string;
        };
        /**
         * Writer
         * @description Whom to invite to write.
         */
        Writer: {
            /**
             * Format: uuid
             * @description Somebody whose name stands over a text of the article.
             */
            person: string;
            email: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
