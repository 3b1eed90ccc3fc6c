//! What every search engine must do. Each case is given an empty index behind the trait, so
//! that a second engine is held to the same.

pub(crate) mod answers;
pub(crate) mod finding;
pub(crate) mod folding;
pub(crate) mod library;
pub(crate) mod order;
pub(crate) mod spelling;
pub(crate) mod topics;

/// One test for each case, on an index made by an async function that returns `(guard, index)`.
#[macro_export]
macro_rules! contract {
    ($fresh:path: $($room:ident { $($case:ident)* })*) => {$(
        mod $room {
            $(
                #[tokio::test]
                async fn $case() {
                    let (_guard, index) = $fresh().await;
                    $crate::contract::$room::$case(&index).await;
                }
            )*
        }
    )*};
    ($fresh:path) => {
        $crate::contract! { $fresh:
            finding {
                every_word_is_required
                most_words_do_when_no_article_has_all
                a_long_query_may_lack_a_word_when_few_have_all
                mistyped_common_words_are_passed_over
                less_than_half_the_words_is_nothing
                a_phrase_in_quotes_is_found_as_it_stands
                a_phrase_is_never_given_up
                a_minus_excludes
                a_minus_excludes_a_phrase
                common_words_are_passed_over
                only_common_words_are_looked_for
                the_last_word_may_be_a_beginning
                a_word_followed_by_a_blank_is_whole
                names_and_letters_are_found
                questions_and_summaries_are_found
                every_section_is_found
                accents_and_capitals_do_not_matter
                apostrophes_do_not_matter
                forms_of_a_word_are_one
                hyphens_do_not_matter
                retracted_articles_are_found_and_flagged
                hostile_texts_are_answered
                an_empty_text_finds_what_the_filters_leave
                an_empty_text_without_filters_finds_nothing
            }
            order {
                fields_weigh_in_order
                more_words_come_first
                exact_before_typo_before_beginning
                words_in_a_row_come_first
                a_topic_comes_below_a_title_and_above_a_text
                newer_first_among_equals
                retracted_after_equals
                pages_do_not_overlap
                a_word_that_stands_is_not_taken_for_another
                danger_brings_its_topics_first
                danger_leaves_room_for_the_words_themselves
            }
            spelling {
                typos_are_forgiven_by_length
                the_first_letter_may_be_wrong
                neighbours_exchanged_are_one_typo
                short_words_are_taken_as_typed
                short_words_that_stand_are_no_typos
                a_short_word_in_company_may_be_mistyped
                british_and_american_are_equal
                a_better_spelling_is_suggested
                nothing_is_suggested_for_what_was_found
                words_that_were_taken_away_are_not_suggested
                the_suggestion_is_escaped
            }
            topics {
                synonyms_lead_to_topics
                synonyms_are_one_way
                phrases_are_kept_whole
                ambiguous_words_alone_are_not_expanded
                equal_synonyms_stand_for_each_other
                a_topic_stands_for_its_words_only
                meanings_are_told_even_when_nothing_is_found
                mistyped_synonyms_lead_to_topics
                a_new_synonym_needs_no_new_index
                filters_by_topic_group_and_author
                facets_count_what_was_found
                topics_are_called_as_they_are_now
            }
            answers {
                snippets_hold_marks_and_nothing_else
                snippets_show_where_the_words_are
                typos_and_beginnings_are_marked
                a_hit_carries_what_a_page_shows
                limits_are_kept
            }
            folding {
                nothing_is_folded_at_first
                a_fold_is_visible_when_it_returns
                an_article_is_replaced_not_doubled
                the_later_of_two_counts
                removed_articles_are_gone
                a_rebuild_replaces_everything
                a_failed_rebuild_leaves_the_old_index
                the_old_index_answers_during_a_rebuild
            }
        }
    };
}
