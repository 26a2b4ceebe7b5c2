// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice_reviews.hpp"

#include <vigie/practice/first_reviews.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/tones.hpp>
#include <vigie/text/rich_text.hpp>

#include <utility>

namespace vigie::app {

namespace {

using practice::FirstReview;

constexpr double kMostStars = 5;
constexpr const char *kInstance = "practice";

Item itemOf(const FirstReview &review, std::string nativeId, ItemKind kind, const std::string &text, Instant at)
{
    Item item;
    item.connector = review.site;
    item.instance = kInstance;
    item.nativeId = std::move(nativeId);
    item.kind = kind;
    item.visibility = Visibility::Public;
    item.text = text;
    item.spans = text::fromPlain(item.text).spans;
    item.lang = review.lang;
    item.container = review.place;
    item.publishedAt = at;
    return item;
}

Item written(const FirstReview &review, const std::string &nativeId)
{
    auto item = itemOf(review, nativeId, ItemKind::Review, review.text, review.at);
    item.author.nativeId = item.author.handle = item.author.name = review.author;
    item.author.createdAt = review.joined;
    item.rating = review.stars / kMostStars;
    return item;
}

Item answered(const FirstReview &review, const std::string &nativeId, const Account &house)
{
    auto item = itemOf(review, nativeId + "/reply", ItemKind::Comment, review.answer->text, review.answer->at);
    item.author.nativeId = house.nativeId;
    item.author.handle = house.handle;
    item.author.name = house.name;
    item.ours = house.id;
    item.refs = {{Relation::ReplyTo, nativeId, {}}, {Relation::AnswersReview, nativeId, {}}};
    return item;
}

} // namespace

Result<void> firstPracticeReviews(store::Store &store, const intake::Analysis &analysis, const Account &house)
{
    std::vector<Item> first, changed;
    int number = 0;
    for (const auto &review : practice::firstReviews(store.clock().now())) {
        const auto nativeId = "review-" + std::to_string(++number);
        first.push_back(written(review, nativeId));
        if (review.answer)
            first.push_back(answered(review, nativeId, house));
        if (!review.changed)
            continue;
        auto later = written(review, nativeId);
        later.text = review.changed->text;
        later.spans = text::fromPlain(later.text).spans;
        later.rating = review.changed->stars / kMostStars;
        later.editedAt = review.changed->at;
        changed.push_back(std::move(later));
    }
    for (auto *batch : {&first, &changed}) {
        for (auto &item : *batch)
            item.fetchedAt = store.clock().now();
        const int layer = analysis.layer();
        const auto analysed = analysis.analyse(std::move(*batch));
        VIGIE_CHECK(store.writeNow<void>([&analysed, layer](store::Tx &tx) -> Result<void> {
            tx.change().history = true; // nobody is told of each
            VIGIE_TRY(const auto stored, store::Items(tx).store(analysed));
            VIGIE_CHECK(store::Tones(tx).arrived(stored, layer));
            return {};
        }));
    }
    return {};
}

} // namespace vigie::app
