// SPDX-License-Identifier: GPL-3.0-or-later
// What was said: one type for posts, comments, reviews, messages and articles, and what belongs to it.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <string>
#include <vector>

namespace vigie {

enum class ItemKind : std::uint8_t { Post, Comment, Review, Message, Article, Video, Question, Answer };
enum class Visibility : std::uint8_t { Public, Unlisted, Followers, Direct, Unknown };
/// State is not deletion: a tombstone keeps ids and times.
enum class ItemState : std::uint8_t { Visible, Held, Spam, HiddenByUs, RemovedByModeration, DeletedByAuthor, AccountGone, Unavailable };
enum class TimePrecision : std::uint8_t { Exact, Day, Unknown }; ///< Unknown: the source gave no readable date, `publishedAt` is when it was fetched
enum class Relation : std::uint8_t { ReplyTo, Root, QuoteOf, RepostOf, AnswersReview, LinksTo };

/// A stretch of text that means something. Byte offsets into the UTF-8 text are canonical.
struct TextSpan {
    enum class Kind : std::uint8_t { Link, Mention, Tag, Emoji } kind = Kind::Link;
    std::uint32_t begin = 0, end = 0;
    std::string target;  ///< URL of a link or emoji image, handle of a mention, name of a tag

    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

struct MediaRef {
    enum class Kind : std::uint8_t { Image, Video, Audio, Animation, Other } kind = Kind::Image;
    std::string url, previewUrl, nativeId, alt, mime;
    int width = 0, height = 0;
    std::optional<std::int64_t> durationMs;

    friend bool operator==(const MediaRef &, const MediaRef &) = default;
};

/// An edge to another item, which may not have been seen yet.
struct ItemRef {
    Relation relation = Relation::ReplyTo;
    std::string targetNative; ///< native id on the same connector and instance, or a URL for LinksTo
    ItemId target;            ///< none until the target is stored

    friend bool operator==(const ItemRef &, const ItemRef &) = default;
};

/// A counter as it was seen. Missing is not zero is not hidden.
enum class ValueStatus : std::uint8_t { Ok, Missing, Hidden, NotApplicable, Estimated };
struct MetricValue {
    std::string key;      ///< neutral: likes, reposts, replies, quotes, views, followers, following, posts, rating
    double value = 0;
    ValueStatus status = ValueStatus::Ok;

    friend bool operator==(const MetricValue &, const MetricValue &) = default;
};

struct Author {
    std::string nativeId;             ///< empty: unknown author
    std::string handle;               ///< canonical: user@host on federated networks
    std::string name, bio, avatarUrl, profileUrl;
    bool bot = false;
    bool optOut = false;              ///< asked not to be indexed
    std::optional<Instant> createdAt;
    std::vector<MetricValue> metrics; ///< followers, following, posts

    friend bool operator==(const Author &, const Author &) = default;
};

/// Identity on a network is (connector, instance, native id); all text, opaque.
struct Item {
    ItemId id;                        ///< none before it is stored
    std::string connector, instance, nativeId;
    std::string uri;                  ///< federated or global id: the same post seen from two servers
    std::string permalink;
    ItemKind kind = ItemKind::Post;
    Visibility visibility = Visibility::Unknown;
    ItemState state = ItemState::Visible;
    Author author;
    MemberId authorId;                ///< when stored
    AccountId ours;                   ///< set when one of our accounts wrote it (echo)
    std::string title, text, warning; ///< warning: content warning, shown first
    std::vector<TextSpan> spans;      ///< into `text`
    bool sensitive = false;
    std::string lang;                 ///< ISO 639-1 or "und"
    Instant publishedAt, fetchedAt;
    TimePrecision precision = TimePrecision::Exact;
    std::optional<Instant> editedAt;
    std::vector<ItemRef> refs;
    std::vector<MediaRef> media;
    std::vector<MetricValue> metrics;
    std::optional<double> rating;     ///< reviews: 0..1 of the scale
    std::string container;            ///< forum, community, place, feed title
    float tone = 0;                   ///< -1..1
    std::int8_t toneLabel = 0;        ///< -1, 0, 1
    bool toneManual = false;          ///< a person said so; never overwritten

    [[nodiscard]] const ItemRef *ref(Relation relation) const
    {
        for (const auto &candidate : refs)
            if (candidate.relation == relation)
                return &candidate;
        return nullptr;
    }
};

[[nodiscard]] const char *toString(ItemKind kind) noexcept;
[[nodiscard]] const char *toString(Visibility visibility) noexcept;
[[nodiscard]] const char *toString(ItemState state) noexcept;
[[nodiscard]] const char *toString(Relation relation) noexcept;
[[nodiscard]] Visibility visibilityFrom(std::string_view name) noexcept;

} // namespace vigie
