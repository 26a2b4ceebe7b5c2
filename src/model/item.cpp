// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/item.hpp>

namespace vigie {

const char *toString(ItemKind kind) noexcept
{
    switch (kind) {
    case ItemKind::Post: return "post";
    case ItemKind::Comment: return "comment";
    case ItemKind::Review: return "review";
    case ItemKind::Message: return "message";
    case ItemKind::Article: return "article";
    case ItemKind::Video: return "video";
    case ItemKind::Question: return "question";
    case ItemKind::Answer: return "answer";
    }
    return "post";
}

const char *toString(Visibility visibility) noexcept
{
    switch (visibility) {
    case Visibility::Public: return "public";
    case Visibility::Unlisted: return "unlisted";
    case Visibility::Followers: return "private";
    case Visibility::Direct: return "direct";
    case Visibility::Unknown: break;
    }
    return "unknown";
}

Visibility visibilityFrom(std::string_view name) noexcept
{
    for (const auto candidate : {Visibility::Public, Visibility::Unlisted, Visibility::Followers, Visibility::Direct})
        if (name == toString(candidate))
            return candidate;
    return Visibility::Unknown;
}

const char *toString(ItemState state) noexcept
{
    switch (state) {
    case ItemState::Visible: return "visible";
    case ItemState::Held: return "held";
    case ItemState::Spam: return "spam";
    case ItemState::HiddenByUs: return "hidden_by_us";
    case ItemState::RemovedByModeration: return "removed_by_moderation";
    case ItemState::DeletedByAuthor: return "deleted_by_author";
    case ItemState::AccountGone: return "account_gone";
    case ItemState::Unavailable: return "unavailable";
    }
    return "visible";
}

const char *toString(Relation relation) noexcept
{
    switch (relation) {
    case Relation::ReplyTo: return "reply_to";
    case Relation::Root: return "root";
    case Relation::QuoteOf: return "quote_of";
    case Relation::RepostOf: return "repost_of";
    case Relation::AnswersReview: return "answers_review";
    case Relation::LinksTo: return "links_to";
    }
    return "links_to";
}

} // namespace vigie
