use super::*;
use crate::seed::topics::topics;
use crate::topic::Flag;

fn all(hit: Option<CrisisHit>, queries: &[&str]) {
    let wrong: Vec<_> = queries
        .iter()
        .map(|query| (query, crisis(query)))
        .filter(|(_, heard)| *heard != hit)
        .collect();
    assert!(wrong.is_empty(), "expected {hit:?}: {wrong:#?}");
}

#[test]
fn words_of_wanting_to_die_are_heard() {
    all(
        Some(CrisisHit::Crisis),
        &[
            "want to die",
            "i just want to die",
            "I really, really want to die.",
            "kill myself",
            "should i kill myself",
            "kms",
            "i dont want to be here anymore",
            "I don’t want to be here any more",
            "i do not want to wake up",
            "dont want to exist",
            "i wanna die",
            "i wanna end it all",
            "gonna kill myself",
            "wish i was never born",
            "wish i could disappear",
            "better off dead",
            "everyone would be better off without me",
            "im a burden",
            "i feel like a burden to everyone",
            "tired of living",
            "can't go on",
            "cannot do this anymore",
            "no reason to live",
            "whats the point of living",
            "nothing to live for",
            "thoughts of suicide",
            "suicidal thoughts help",
            "ending my life",
            "goodbye letter",
            "i took too many pills",
            "go to sleep and never wake up",
            "want it to be over",
            "nobody would care if i was gone",
            "i hate my life",
            "is life worth living",
            "unalive myself",
            "988",
            "help me",
            "suicide hotline",
        ],
    );
}

#[test]
fn self_harm_is_heard() {
    all(
        Some(CrisisHit::Crisis),
        &[
            "cutting",
            "how to stop cutting myself",
            "i hurt myself when im sad",
            "self harm",
            "self-harm relapse",
            "selfharm scars",
            "urge to cut",
            "my daughter is cutting",
            "my son hurts himself",
            "NSSI",
        ],
    );
}

#[test]
fn fear_for_somebody_else_is_heard() {
    all(
        Some(CrisisHit::Crisis),
        &[
            "my friend is suicidal",
            "my son wants to die",
            "husband threatens to kill himself",
            "my brother died by suicide",
            "how to ask a friend about suicide",
            "she says she doesnt want to live",
            "my partner tried to end her life",
        ],
    );
}

#[test]
fn being_hurt_or_frightened_is_heard() {
    all(
        Some(CrisisHit::Abuse),
        &[
            "he hits me",
            "my husband hits me",
            "he hurts me cant leav",
            "im scared of my husband",
            "i am afraid of my boyfriend",
            "scared of him",
            "scared he will hurt me",
            "my girlfriend pushed me",
            "he choked me",
            "my dad hits me",
            "my partner threatens me",
            "he says he is going to kill me",
            "she keeps hitting me",
            "my ex is stalking me",
            "wont let me leave the house",
            "she controls my money",
            "he checks my phone",
            "walking on eggshells around my husband",
            "domestic violence",
            "is my husband abusive",
            "am I being abused?",
            "signs of an abusive relationship",
            "gaslighting",
            "emotional abuse",
            "how do i leave him safely",
            "take my kids if i leave",
            "i dont feel safe at home",
            "hands around my neck",
            "women's refuge",
            "i was raped",
            "forced me to have sex",
            "my uncle touched me as a child",
            "sexual assault",
            "abuse",
        ],
    );
}

#[test]
fn one_slip_of_the_finger_is_forgiven_in_long_words() {
    all(
        Some(CrisisHit::Crisis),
        &[
            "sucide",
            "suiside",
            "siucide",
            "suicidle thoughts",
            "kill mysefl",
            "kill my self",
            "hurting myslef",
            "better of dead tired of livng",
        ],
    );
    all(
        Some(CrisisHit::Abuse),
        &[
            "domestc violence",
            "abusiv husband",
            "scarred of my husbnad",
            "gasligthing",
            "my boyfreind hits me",
        ],
    );
}

#[test]
fn letters_accents_apostrophes_and_stars_do_not_matter() {
    all(
        Some(CrisisHit::Crisis),
        &[
            "WANT TO DIE!!!",
            "i don't want to live",
            "i don`t want to live",
            "i dont want to live",
            "wánt tó díe",
            "want...to...die",
            "k*ll myself",
            "su*cide",
            "s**cide",
            "quiero morir",
            "autolesión",
        ],
    );
    all(
        Some(CrisisHit::Abuse),
        &[
            "HE HITS ME",
            "r*pe",
            "violencia doméstica",
            "women’s shelter",
        ],
    );
}

#[test]
fn both_at_once_count_as_crisis() {
    assert_eq!(
        crisis("he hits me and i want to die"),
        Some(CrisisHit::Crisis)
    );
    assert_eq!(crisis("domestic violence helpline"), Some(CrisisHit::Abuse));
}

#[test]
fn ordinary_searches_are_left_alone() {
    all(
        None,
        &[
            "",
            "   ",
            "?!",
            "****",
            "couples therapy",
            "marriage counselling",
            "reluctant partner",
            "my husband won't go to therapy",
            "deadline at work",
            "my dog died",
            "my mum died",
            "die hard movie",
            "fear of flying",
            "panic attack feels like dying",
            "anxiety",
            "how to stop worrying",
            "best way to sleep",
            "how to stop arguing",
            "my back is killing me",
            "grief hits me in waves",
            "talking to my teenager",
            "talking therapy",
            "top rated therapist near me",
            "cutting off my family",
            "no contact with my mother",
            "end my relationship",
            "how to end a friendship",
            "ending therapy",
            "end of life care",
            "end of the day exhaustion",
            "tired of giving",
            "self esteem",
            "self care",
            "boosting my self esteem",
            "time to myself",
            "how to be kind to myself",
            "live with chronic pain",
            "living alone",
            "moving house",
            "sertraline side effects",
            "how to start therapy",
            "hitting a wall at work",
            "beat procrastination",
            "postpartum depression",
            "adhd in women",
            "am i autistic",
            "drinking too much",
            "substance misuse",
            "empty nest",
            "afraid of public speaking",
            "scared of spiders",
            "can't leave the house",
            "boundaries with in-laws",
            "anger management",
            "trauma",
            "can't sleep",
            "burnout",
            "my cat died and i miss her",
            "sad",
            "stuck",
        ],
    );
}

#[test]
fn whatever_leads_to_a_flagged_topic_is_heard() {
    for topic in topics() {
        let expected = match topic.flag {
            Flag::Crisis => CrisisHit::Crisis,
            Flag::Abuse => CrisisHit::Abuse,
            Flag::None | Flag::EatingDisorder => continue,
        };
        assert_eq!(crisis(&topic.label), Some(expected), "{}", topic.label);
        for synonym in topic.synonyms {
            assert_eq!(
                crisis(&synonym.phrase),
                Some(expected),
                "{}",
                synonym.phrase
            );
        }
    }
}

#[test]
fn no_phrase_is_empty_or_hides_a_word_that_queries_never_contain() {
    for text in [CRISIS, ABUSE] {
        for phrase in phrases(text) {
            assert!(!phrase.slots.is_empty());
            for word in phrase.slots.into_iter().flatten() {
                let typed: String = word.iter().collect();
                assert!(words(&typed).iter().eq([&word]), "{typed}");
            }
        }
    }
}

#[test]
fn each_phrase_hits_when_typed_as_it_stands() {
    for (hit, text) in [(CrisisHit::Crisis, CRISIS), (CrisisHit::Abuse, ABUSE)] {
        for phrase in phrases(text) {
            let first: Vec<String> = phrase
                .slots
                .iter()
                .map(|slot| slot[0].iter().collect())
                .collect();
            let query = first.join(" ");
            let heard = crisis(&query);
            assert!(
                heard == Some(hit) || heard == Some(CrisisHit::Crisis),
                "{query}"
            );
        }
    }
}

#[test]
fn there_are_enough_phrases() {
    assert!(phrases(CRISIS).len() >= 100);
    assert!(phrases(ABUSE).len() >= 40);
}

#[test]
fn a_whole_article_as_query_is_cut_and_answered() {
    let long = "lorem ".repeat(200_000);
    assert_eq!(crisis(&long), None);
    assert_eq!(
        crisis(&format!("i want to die {long}")),
        Some(CrisisHit::Crisis)
    );
}
