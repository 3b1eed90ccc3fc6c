//! What was acknowledged is never lost: words that others replace, remove or do not choose.

use content::article::Kind;
use content::draft::HeadInput;
use content::ids::{ArticleId, KeptTextId};
use editorial::signing::{self, ErasureStep};
use editorial::writing::{self, HistoryLine, NewArticle, Place, Unchosen};
use editorial::{Caller, Refusal};
use storage::kept_texts::{KeptWords, Why};
use storage::on_both_databases;
use storage::testing::raw;
use time::Duration;

use crate::newsroom::{Newsroom, person, save};

fn html(words: &KeptWords) -> &str {
    match words {
        KeptWords::Section { body_html, .. } => body_html,
        KeptWords::Head { .. } => panic!("a head"),
    }
}

async fn lines(room: &Newsroom, caller: &Caller, article: ArticleId) -> Vec<HistoryLine> {
    writing::history(&room.desk, caller, article)
        .await
        .unwrap()
        .into_iter()
        .filter(|line| line.kept.is_some())
        .collect()
}

async fn kept(room: &Newsroom, caller: &Caller, article: ArticleId) -> Vec<KeptTextId> {
    lines(room, caller, article)
        .await
        .into_iter()
        .filter_map(|line| line.kept)
        .collect()
}

async fn version(room: &Newsroom, article: ArticleId, at: usize) -> i64 {
    writing::open_draft(&room.desk, &room.dana, article)
        .await
        .unwrap()
        .sections[at]
        .version
}

on_both_databases! {
    async fn words_that_another_person_replaces_are_kept_and_come_back(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        let section = room.section(&room.dana, id, 0).await;
        room.write(&room.dana, id, section, "<p>The editor's words.</p>").await.unwrap();
        room.write(&room.dana, id, section, "<p>The editor's words, again.</p>").await.unwrap();

        let found = lines(&room, &room.amina, id).await;
        assert_eq!(found.len(), 1, "the editor goes on typing: {found:?}");
        assert_eq!(found[0].act, "save");
        assert_eq!(found[0].by.as_ref().unwrap().id, person(&room.amina));
        let name = found[0].kept.unwrap();
        let view = writing::kept_text(&room.desk, &room.amina, id, name).await.unwrap();
        assert_eq!(html(&view.kept.words), "<p>Begin with a walk.</p>");
        assert_eq!((view.kept.why, view.place), (Why::Replaced, Place::Section(section, 1)));
        let hidden = writing::kept_text(&room.desk, &room.tomas, id, name).await.unwrap_err();
        assert!(matches!(hidden, Refusal::NotFound), "{hidden:?}");

        let own = writing::bring_back(&room.desk, &room.amina, id, name, view.based_on, save())
            .await.unwrap_err();
        assert!(matches!(own, Refusal::WrongState(_)), "the editors have it: {own:?}");
        let stale = writing::bring_back(&room.desk, &room.dana, id, name, view.based_on - 1, save())
            .await.unwrap_err();
        let Refusal::Stale(current) = stale else { panic!("{stale:?}") };
        assert_eq!(current.body_html.as_deref(), Some("<p>The editor's words, again.</p>"));

        let retried = save();
        let first = writing::bring_back(&room.desk, &room.dana, id, name, view.based_on, retried)
            .await.unwrap();
        let again = writing::bring_back(&room.desk, &room.dana, id, name, view.based_on, retried)
            .await.unwrap();
        assert_eq!(first, again);
        let draft = writing::open_draft(&room.desk, &room.dana, id).await.unwrap();
        assert_eq!(draft.sections[0].body_html, "<p>Begin with a walk.</p>");
        assert_eq!(draft.sections[0].version, first.version);
        let texts = kept(&room, &room.dana, id).await;
        assert_eq!(texts.len(), 2, "what stood there is kept in its turn");
        let before = writing::kept_text(&room.desk, &room.dana, id, texts[1]).await.unwrap();
        assert_eq!(html(&before.kept.words), "<p>The editor's words, again.</p>");
        let acts = writing::history(&room.desk, &room.dana, id).await.unwrap();
        assert!(acts.iter().any(|line| line.act == "bring_back"));
    }

    /// She typed something of a client, thought better of it, and only then gave the text in.
    async fn what_was_taken_out_before_it_was_given_in_is_its_writers_alone(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        room.write(&room.amina, id, section, "<p>Her name is Example.</p>").await.unwrap();
        room.clock.pass(Duration::minutes(11));
        room.write(&room.amina, id, section, "<p>Begin with a walk.</p>").await.unwrap();
        room.clock.pass(Duration::minutes(1));
        signing::submit(&room.desk, &room.amina, id, true).await.unwrap();
        signing::start_review(&room.desk, &room.dana, id).await.unwrap();
        let own = lines(&room, &room.amina, id).await;
        let name = own[0].kept.unwrap();
        let view = writing::kept_text(&room.desk, &room.amina, id, name).await.unwrap();
        assert_eq!(html(&view.kept.words), "<p>Her name is Example.</p>");
        assert!(lines(&room, &room.dana, id).await.is_empty());
        let hidden = writing::kept_text(&room.desk, &room.dana, id, name).await.unwrap_err();
        assert!(matches!(hidden, Refusal::NotFound), "{hidden:?}");
        let taken = writing::bring_back(&room.desk, &room.dana, id, name, view.based_on, save())
            .await.unwrap_err();
        assert!(matches!(taken, Refusal::NotFound), "{taken:?}");

        // From then on both see what the other replaces.
        room.write(&room.dana, id, section, "<p>The editor's words.</p>").await.unwrap();
        let texts = kept(&room, &room.dana, id).await;
        assert_eq!(texts.len(), 1);
        let view = writing::kept_text(&room.desk, &room.amina, id, texts[0]).await.unwrap();
        assert_eq!(html(&view.kept.words), "<p>Begin with a walk.</p>");
    }

    async fn at_most_ten_minutes_of_ones_own_words_are_kept_nowhere(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        room.write(&room.amina, id, section, "<p>One.</p>").await.unwrap();
        assert!(kept(&room, &room.amina, id).await.is_empty());
        room.clock.pass(Duration::minutes(10));
        room.write(&room.amina, id, section, "<p>Two.</p>").await.unwrap();
        room.clock.pass(Duration::minutes(9));
        room.write(&room.amina, id, section, "<p>Three.</p>").await.unwrap();
        let texts = kept(&room, &room.amina, id).await;
        assert_eq!(texts.len(), 1);
        room.clock.pass(Duration::minutes(1));
        room.write(&room.amina, id, section, "<p>Four.</p>").await.unwrap();
        let texts = kept(&room, &room.amina, id).await;
        let mut words = Vec::new();
        for name in texts {
            let view = writing::kept_text(&room.desk, &room.amina, id, name).await.unwrap();
            words.push(html(&view.kept.words).to_owned());
        }
        assert_eq!(words, ["<p>One.</p>", "<p>Three.</p>"]);
    }

    async fn answers_do_not_take_the_words_from_their_writer(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        let section = room.section(&room.dana, id, 0).await;
        let at = version(&room, id, 0).await;
        let answers = crate::newsroom::nothing_to_declare();
        writing::save_declarations(&room.desk, &room.dana, id, section, at, answers).await.unwrap();
        room.write(&room.dana, id, section, "<p>Other words.</p>").await.unwrap();
        let found = lines(&room, &room.dana, id).await;
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].by.as_ref().unwrap().id, person(&room.amina));
    }

    async fn a_head_is_kept_and_comes_back(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        let head = HeadInput { title: "Another title".to_owned(), ..HeadInput::default() };
        writing::save_head(&room.desk, &room.dana, id, 1, save(), head).await.unwrap();
        let [name] = kept(&room, &room.dana, id).await[..] else { panic!("one") };
        let view = writing::kept_text(&room.desk, &room.dana, id, name).await.unwrap();
        assert_eq!(view.place, Place::Head);
        writing::bring_back(&room.desk, &room.dana, id, name, view.based_on, save()).await.unwrap();
        let draft = writing::open_draft(&room.desk, &room.dana, id).await.unwrap();
        assert_eq!(draft.head.title, "Evenings without a quarrel");
        assert_eq!(draft.head.version, 3);
    }

    async fn a_section_that_was_taken_out_comes_back_under_its_names(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, first, second) = room.expert_answers().await;
        writing::remove_section(&room.desk, &room.amina, id, second).await.unwrap();
        let found = lines(&room, &room.amina, id).await;
        let line = found.iter().find(|line| line.act == "remove_section").expect("the act");
        let view = writing::kept_text(&room.desk, &room.amina, id, line.kept.unwrap()).await.unwrap();
        assert_eq!(html(&view.kept.words), "<p>Start with a question.</p>");
        assert_eq!(view.place, Place::Removed(second));
        writing::bring_back(
            &room.desk, &room.amina, id, line.kept.unwrap(), view.based_on, save(),
        ).await.unwrap();
        let draft = writing::open_draft(&room.desk, &room.amina, id).await.unwrap();
        let there: Vec<_> = draft.sections.iter().map(|one| one.id).collect();
        assert_eq!(there, [first, second]);
        assert_eq!(draft.sections[1].body_html, "<p>Start with a question.</p>");
        assert_eq!(draft.sections[1].contributors[0].id, person(&room.tomas));
    }

    async fn of_two_texts_the_one_not_chosen_is_kept(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let words = |body: &str| Unchosen::Section { id: section, typed: body.into() };
        let mine = writing::keep_words(&room.desk, &room.amina, id, words("<p>On this device.</p>"))
            .await.unwrap();
        let once = writing::keep_words(&room.desk, &room.amina, id, words("<p>On this device.</p>"))
            .await.unwrap();
        assert_eq!(mine, once);
        let stored = writing::keep_words(&room.desk, &room.amina, id, words("<p>Begin with a walk.</p>"))
            .await.unwrap();
        room.write(&room.amina, id, section, "<p>Both.</p>").await.unwrap();
        let mut texts = kept(&room, &room.amina, id).await;
        texts.sort();
        assert_eq!(texts, [mine, stored]);
        let view = writing::kept_text(&room.desk, &room.amina, id, mine).await.unwrap();
        assert_eq!((view.kept.why, view.kept.version), (Why::NotChosen, None));
        let view = writing::kept_text(&room.desk, &room.amina, id, stored).await.unwrap();
        assert!(view.kept.version.is_some(), "it was the stored text");
        let hostile = writing::keep_words(&room.desk, &room.tomas, id, words("<p>x</p>"))
            .await.unwrap_err();
        assert!(matches!(hostile, Refusal::NotFound), "{hostile:?}");
        let draft = writing::open_draft(&room.desk, &room.amina, id).await.unwrap();
        assert_eq!(draft.sections[0].body_html, "<p>Both.</p>", "nothing else changed");
    }

    async fn kept_words_are_blanked_by_an_erasure_and_by_nothing_else(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        let section = room.section(&room.dana, id, 0).await;
        room.write(&room.dana, id, section, "<p>The editor's words.</p>").await.unwrap();
        let [name] = kept(&room, &room.dana, id).await[..] else { panic!("one") };
        for change in [
            "DELETE FROM kept_texts",
            "UPDATE kept_texts SET body_html = 'x'",
            "UPDATE kept_texts SET body_html = NULL, erased_at = kept_at",
        ] {
            assert!(raw(&room.database, change).await.is_err(), "{change}");
        }
        let ask = ErasureStep::Ask { reason: "Its author asked for it.".to_owned() };
        signing::erase(&room.desk, &room.dana, id, ask).await.unwrap();
        assert_eq!(kept(&room, &room.dana, id).await, [name], "nobody has agreed yet");
        let early = raw(&room.database, "UPDATE kept_texts SET body_html = NULL, erased_at = kept_at");
        assert!(early.await.is_err());
        let join = ErasureStep::Join { act: room.asked(&room.priya, id).await.id };
        signing::erase(&room.desk, &room.priya, id, join).await.unwrap();
        assert!(kept(&room, &room.dana, id).await.is_empty());
        let history = writing::history(&room.desk, &room.dana, id).await.unwrap();
        let stays = history.iter().find(|line| line.act == "save").expect("its line stays");
        assert_eq!(stays.by.as_ref().unwrap().id, person(&room.amina));
        assert_eq!(stays.detail["erased"], true, "{stays:?}");
        let gone = writing::kept_text(&room.desk, &room.dana, id, name).await.unwrap_err();
        assert!(matches!(gone, Refusal::NotFound), "{gone:?}");
        let back = raw(&room.database, "UPDATE kept_texts SET body_html = 'x', erased_at = NULL");
        assert!(back.await.is_err(), "erased words came back");
    }

    async fn a_name_used_for_other_words_is_never_answered_as_saved(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let at = version(&room, id, 0).await;
        let name = save();
        writing::save_section(&room.desk, &room.amina, id, section, at, name, "<p>Once.</p>")
            .await.unwrap();
        let other = writing::save_section(
            &room.desk, &room.amina, id, section, at, name, "<p>Something else.</p>",
        ).await.unwrap_err();
        let Refusal::Stale(current) = other else { panic!("{other:?}") };
        assert_eq!(current.body_html.as_deref(), Some("<p>Once.</p>"));
        let head = HeadInput { title: "A title".to_owned(), ..HeadInput::default() };
        let elsewhere = writing::save_head(&room.desk, &room.amina, id, 1, name, head.clone())
            .await.unwrap_err();
        assert!(matches!(elsewhere, Refusal::Stale(_)), "{elsewhere:?}");
        let name = save();
        writing::save_head(&room.desk, &room.amina, id, 1, name, head).await.unwrap();
        let head = HeadInput { title: "Other".to_owned(), ..HeadInput::default() };
        let other = writing::save_head(&room.desk, &room.amina, id, 1, name, head)
            .await.unwrap_err();
        let Refusal::Stale(current) = other else { panic!("{other:?}") };
        assert_eq!(current.title.as_deref(), Some("A title"));
    }

    async fn nobody_unknown_stands_over_a_text(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let nobody = content::ids::PersonId(uuid::Uuid::now_v7());
        let new = NewArticle {
            kind: Kind::Article,
            title: "x".to_owned(),
            contributor: Some(nobody),
        };
        let refused = writing::begin_article(&room.desk, &room.dana, new).await.unwrap_err();
        assert!(matches!(refused, Refusal::Invalid(_)), "{refused:?}");
        let (id, section, _) = room.expert_answers().await;
        let refused = writing::set_contributors(&room.desk, &room.amina, id, section, &[nobody.into()])
            .await.unwrap_err();
        assert!(matches!(refused, Refusal::Invalid(_)), "{refused:?}");
        let many = vec![nobody; 13];
        let refused = writing::add_section(&room.desk, &room.amina, id, &many).await.unwrap_err();
        let Refusal::Invalid(errors) = refused else { panic!("{refused:?}") };
        assert_eq!(errors[0].code, "too_many", "counted before anybody is looked up");
    }
}
