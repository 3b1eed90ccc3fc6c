//! What search engines are told: one graph, nothing in it that the page does not say.

use content::byline::ContributorRole;
use content::credential::CredentialKind;
use content::disclaimer::Mode;
use content::image::Image;
use content::notice::NoticeKind;
use content::person::VerifiedCredential;
use content::publication::{PublishedContributor, Standing};
use content::reference::{Doi, Pmid};
use content::signature::ApprovalKind;
use serde_json::{Map, Value, json};

use crate::about_article;
use crate::article::MEDIA;
use crate::beside;
use crate::compose::ComposedArticle;
use crate::day;
use crate::escape;
use crate::site_facts::SiteFacts;

impl ComposedArticle {
    /// The graph for `<script type="application/ld+json">`, not yet escaped for HTML.
    #[must_use]
    pub fn json_ld(&self) -> Value {
        let mut graph = vec![
            self.page(),
            self.article(),
            self.website(),
            self.publisher(),
        ];
        graph.extend(self.people());
        graph.extend(self.breadcrumb());
        json!({ "@context": "https://schema.org", "@graph": graph })
    }

    fn id(&self, fragment: &str) -> Value {
        json!({ "@id": format!("{}#{fragment}", self.view.url) })
    }

    fn site_id(&self, fragment: &str) -> Value {
        json!({ "@id": format!("{}/#{fragment}", self.site.public_url) })
    }

    fn page(&self) -> Value {
        let mut page = json!({
            "@type": "MedicalWebPage",
            "@id": format!("{}#page", self.view.url),
            "url": self.view.url,
            "name": self.view.title,
            "inLanguage": self.site.language,
            "isPartOf": self.site_id("website"),
            "mainEntity": self.id("article"),
            "medicalAudience": { "@type": "MedicalAudience", "audienceType": "Patient" },
        });
        if !self.view.topics.is_empty() {
            page["breadcrumb"] = self.id("breadcrumb");
        }
        // An editor's approval is no clinical review, and neither is invented.
        let review = about_article::clinical(&self.publication)
            .filter(|_| self.publication.standing != Standing::Retracted);
        if let Some(review) = review {
            page["lastReviewed"] = json!(day::iso(review.at.date()));
            page["reviewedBy"] = named(&review.byline.name, &review.byline.letters);
        }
        page
    }

    fn article(&self) -> Value {
        let (view, publication) = (&self.view, &self.publication);
        let mut article = json!({
            "@type": "Article",
            "@id": format!("{}#article", view.url),
            "headline": view.title,
            "description": self.description(),
            "inLanguage": publication.language,
            "datePublished": day::instant(publication.first_published_at),
            "dateModified": day::instant(publication.published_at),
            "author": self.authors().map(|one| self.person_id(one)).collect::<Vec<_>>(),
            "publisher": self.site_id("publisher"),
            "isPartOf": self.id("page"),
            "mainEntityOfPage": self.id("page"),
            "wordCount": view.words,
            "isAccessibleForFree": true,
            "publishingPrinciples": format!("{}/about", self.site.public_url),
            "usageInfo": format!("{}#please-note", view.url),
            "version": publication.digest.to_string(),
        });
        let about: Vec<Value> = view
            .topics
            .iter()
            .map(|topic| {
                json!({
                    "@type": "DefinedTerm",
                    "name": topic.label,
                    "termCode": topic.id,
                    "url": format!("{}{}", self.site.public_url, topic.path),
                })
            })
            .collect();
        let keywords: Vec<&str> = view
            .topics
            .iter()
            .map(|topic| topic.label.as_str())
            .chain(publication.import_labels.iter().map(String::as_str))
            .collect();
        if !keywords.is_empty() {
            article["keywords"] = json!(keywords);
        }
        if !about.is_empty() {
            article["about"] = json!(about);
        }
        let editors: Vec<Value> = publication
            .countersigners
            .iter()
            .filter(|one| one.kind == ApprovalKind::Editorial)
            .map(|one| named(&one.byline.name, &one.byline.letters))
            .collect();
        if !editors.is_empty() {
            article["editor"] = json!(editors);
        }
        for (role, property) in [
            (ContributorRole::Translator, "translator"),
            (ContributorRole::Illustrator, "contributor"),
        ] {
            let people = self.ids_of(role);
            if !people.is_empty() {
                article[property] = json!(people);
            }
        }
        if publication.mode != Mode::Imported {
            article["copyrightYear"] = json!(publication.first_published_at.year());
            article["copyrightHolder"] =
                self.contributors().map(|one| self.person_id(one)).collect();
        }
        if let Some(source) = publication.source_url.as_deref().and_then(escape::web) {
            article["isBasedOn"] = json!(source);
        }
        let citations = self.citations();
        if !citations.is_empty() {
            article["citation"] = json!(citations);
        }
        let images = self.images();
        if !images.is_empty() {
            article["image"] = json!(images);
        }
        let corrections = self.corrections();
        if !corrections.is_empty() {
            article["correction"] = json!(corrections);
        }
        match publication.standing {
            Standing::Retracted => article["creativeWorkStatus"] = json!("Retracted"),
            Standing::UnderConcern => article["creativeWorkStatus"] = json!("Under investigation"),
            Standing::Live => {}
        }
        article
    }

    /// The works the article rests on, each once.
    fn citations(&self) -> Vec<Value> {
        let mut seen = Vec::new();
        let references = self
            .publication
            .sections
            .iter()
            .flat_map(|one| &one.references);
        references
            .filter_map(|reference| {
                let text = reference.to_text();
                if seen.contains(&text) {
                    return None;
                }
                let mut work = json!({
                    "@type": "CreativeWork",
                    "name": reference.title,
                    "text": text,
                });
                if let Some(doi) = &reference.doi {
                    work["identifier"] = json!({
                        "@type": "PropertyValue", "propertyID": "doi", "value": doi,
                    });
                }
                let address = reference.doi.as_ref().map(Doi::url);
                let address = address.or_else(|| reference.url.clone());
                let address = address.or_else(|| reference.pmid.as_ref().map(Pmid::url));
                if let Some(address) = address {
                    work["url"] = json!(address);
                }
                seen.push(text);
                Some(work)
            })
            .collect()
    }

    /// The images of the article with what is said of them; mere decoration is none.
    fn images(&self) -> Vec<Value> {
        self.pictures()
            .map(|(image, address)| {
                let mut value = json!({
                    "@type": "ImageObject", "url": address,
                    "description": image.alt.as_deref().unwrap_or_default(),
                });
                if !image.caption.is_empty() {
                    value["caption"] = json!(image.caption);
                }
                if !image.credit.is_empty() {
                    value["creditText"] = json!(image.credit);
                }
                value
            })
            .collect()
    }

    /// The images that show something, and where one size of each is given.
    pub(crate) fn pictures(&self) -> impl Iterator<Item = (&Image, String)> {
        let images = self.publication.sections.iter().flat_map(|one| &one.images);
        images
            .filter(|image| image.alt.as_deref().is_some_and(|alt| !alt.is_empty()))
            .map(|image| {
                let path = beside::address(image, MEDIA, beside::usual(image));
                (image, format!("{}{path}", self.site.public_url))
            })
    }

    fn corrections(&self) -> Vec<Value> {
        self.view
            .graves
            .iter()
            .chain(&self.view.notices)
            .filter(|notice| notice.kind != NoticeKind::Imported)
            .map(|notice| {
                let mut comment = json!({ "@type": "CorrectionComment", "text": notice.text });
                if let Some(at) = &notice.instant {
                    comment["datePublished"] = json!(at);
                }
                comment
            })
            .collect()
    }

    /// Everybody named over the text, whatever they did.
    pub(crate) fn contributors(&self) -> impl Iterator<Item = &PublishedContributor> {
        self.publication
            .sections
            .iter()
            .flat_map(|section| &section.contributors)
    }

    /// Those whose words it is.
    pub(crate) fn authors(&self) -> impl Iterator<Item = &PublishedContributor> {
        self.contributors().filter(|one| one.byline.role.writes())
    }

    fn ids_of(&self, role: ContributorRole) -> Vec<Value> {
        self.contributors()
            .filter(|one| one.byline.role == role)
            .map(|one| self.person_id(one))
            .collect()
    }

    fn person_id(&self, one: &PublishedContributor) -> Value {
        json!({ "@id": format!("{}/authors/{}#person", self.site.public_url, one.person.slug) })
    }

    fn people(&self) -> Vec<Value> {
        let mut seen = Vec::new();
        self.contributors()
            .filter(|one| {
                let new = !seen.contains(&one.person.id);
                seen.push(one.person.id);
                new
            })
            .map(|one| {
                let mut person = person(&one.byline.name, &one.person.verified);
                let url = format!("{}/authors/{}", self.site.public_url, one.person.slug);
                person["@id"] = json!(format!("{url}#person"));
                person["url"] = json!(url);
                if !one.byline.letters.is_empty() {
                    person["honorificSuffix"] = json!(one.byline.letters.join(", "));
                }
                if let Some(practice) = one.person.practice_url.as_deref().and_then(escape::web) {
                    person["sameAs"] = json!([practice]);
                }
                person
            })
            .collect()
    }

    fn website(&self) -> Value {
        json!({
            "@type": "WebSite",
            "@id": format!("{}/#website", self.site.public_url),
            "url": format!("{}/", self.site.public_url),
            "name": self.site.name,
            "inLanguage": self.site.language,
            "publisher": self.site_id("publisher"),
        })
    }

    fn publisher(&self) -> Value {
        publisher(&self.site.name, &self.site.public_url)
    }

    fn breadcrumb(&self) -> Option<Value> {
        let topic = self.view.topics.first()?;
        let crumb = |position: u8, name: &str, path: &str| {
            json!({
                "@type": "ListItem", "position": position, "name": name,
                "item": format!("{}{path}", self.site.public_url),
            })
        };
        Some(json!({
            "@type": "BreadcrumbList",
            "@id": format!("{}#breadcrumb", self.view.url),
            "itemListElement": [
                crumb(1, "Topics", "/topics"),
                crumb(2, &topic.label, &topic.path),
                crumb(3, &self.view.title, &self.view.path),
            ],
        }))
    }
}

/// The organisation that answers for the site.
pub(crate) fn publisher(name: &str, public_url: &str) -> Value {
    json!({
        "@type": "Organization",
        "@id": format!("{public_url}/#publisher"),
        "name": name,
        "url": format!("{public_url}/"),
        "publishingPrinciples": format!("{public_url}/about"),
        "correctionsPolicy": format!("{public_url}/corrections"),
    })
}

/// The name without its letters, which stand apart.
fn named(name: &str, letters: &[String]) -> Value {
    let mut person = json!({ "@type": "Person", "name": name });
    if !letters.is_empty() {
        person["honorificSuffix"] = json!(letters.join(", "));
    }
    person
}

/// A person with the credentials that were checked and have not lapsed.
pub(crate) fn person(name: &str, verified: &[VerifiedCredential]) -> Value {
    let credentials: Vec<Value> = verified
        .iter()
        .filter(|one| !one.lapsed)
        .map(credential)
        .collect();
    let mut person = json!({ "@type": "Person", "name": name });
    if !credentials.is_empty() {
        person["hasCredential"] = json!(credentials);
    }
    person
}

fn credential(one: &VerifiedCredential) -> Value {
    let category = match one.kind {
        CredentialKind::Degree => "degree",
        CredentialKind::Licence => "license",
        CredentialKind::Certification => "certification",
        CredentialKind::Membership => "membership",
    };
    let mut credential = Map::new();
    credential.insert(
        "@type".to_owned(),
        json!("EducationalOccupationalCredential"),
    );
    credential.insert("name".to_owned(), json!(one.title));
    credential.insert("alternateName".to_owned(), json!(one.abbreviation));
    credential.insert("credentialCategory".to_owned(), json!(category));
    if let Some(issuer) = &one.issuer {
        let body = json!({ "@type": "Organization", "name": issuer });
        credential.insert("recognizedBy".to_owned(), body);
    }
    if let Some(place) = &one.jurisdiction {
        let area = json!({ "@type": "AdministrativeArea", "name": place });
        credential.insert("validIn".to_owned(), area);
    }
    if let Some(number) = &one.number {
        credential.insert("identifier".to_owned(), json!(number));
    }
    Value::Object(credential)
}

/// The graph of a profile page.
pub(crate) fn profile(person_page: &content::person::PublicPerson, site: &SiteFacts) -> Value {
    let url = site.url(&format!("/authors/{}", person_page.slug));
    let mut graph = person(&person_page.byline.name, &person_page.verified);
    graph["@id"] = json!(format!("{url}#person"));
    graph["url"] = json!(url);
    if !person_page.byline.letters.is_empty() {
        graph["honorificSuffix"] = json!(person_page.byline.letters.join(", "));
    }
    if let Some(practice) = person_page.practice_url.as_deref().and_then(escape::web) {
        graph["sameAs"] = json!([practice]);
    }
    json!({
        "@context": "https://schema.org",
        "@graph": [
            { "@type": "ProfilePage", "@id": url, "mainEntity": { "@id": format!("{url}#person") } },
            graph,
            publisher(&site.name, &site.public_url),
        ],
    })
}

/// The graph of the front page.
pub(crate) fn front_page(site: &SiteFacts) -> Value {
    json!({
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "WebSite",
                "@id": site.url("/#website"),
                "url": site.url("/"),
                "name": site.name,
                "description": site.description,
                "inLanguage": site.language,
                "publisher": { "@id": site.url("/#publisher") },
                "potentialAction": {
                    "@type": "SearchAction",
                    "target": site.url("/search?q={search_term_string}"),
                    "query-input": "required name=search_term_string",
                },
            },
            publisher(&site.name, &site.public_url),
        ],
    })
}
