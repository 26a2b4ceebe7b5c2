// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/neutral.hpp"

#include "connect/recipe/document.hpp"

#include <cmath>

namespace vigie::connect::recipe {

namespace {

Json timeOf(const std::optional<Instant> &at)
{
    return at ? Json(toRfc3339(*at)) : Json(nullptr);
}

const char *nameOf(MediaRef::Kind kind)
{
    switch (kind) {
    case MediaRef::Kind::Image: return "image";
    case MediaRef::Kind::Video: return "video";
    case MediaRef::Kind::Audio: return "audio";
    case MediaRef::Kind::Animation: return "animation";
    case MediaRef::Kind::Other: break;
    }
    return "other";
}

const char *nameOf(TextSpan::Kind kind)
{
    switch (kind) {
    case TextSpan::Kind::Link: return "link";
    case TextSpan::Kind::Mention: return "mention";
    case TextSpan::Kind::Tag: return "tag";
    case TextSpan::Kind::Emoji: break;
    }
    return "emoji";
}

const char *nameOf(ItemState state)
{
    switch (state) {
    case ItemState::Visible: return "visible";
    case ItemState::Held: return "held";
    case ItemState::Spam: return "spam";
    case ItemState::HiddenByUs: return "hidden";
    case ItemState::RemovedByModeration: return "removed";
    case ItemState::DeletedByAuthor: return "deleted";
    case ItemState::AccountGone: return "account_gone";
    case ItemState::Unavailable: break;
    }
    return "unavailable";
}

std::string shown(const Json &value)
{
    auto text = dump(value);
    return text.size() > 120 ? text.substr(0, 117) + "..." : text;
}

} // namespace

Json neutral(const std::vector<MetricValue> &metrics)
{
    auto all = Json::object();
    for (const auto &metric : metrics) {
        switch (metric.status) {
        case ValueStatus::Ok: case ValueStatus::Estimated:
            all[metric.key] = metric.value == std::floor(metric.value) && std::abs(metric.value) < 9e15 ? Json(static_cast<std::int64_t>(metric.value)) : Json(metric.value);
            break;
        case ValueStatus::Missing: all[metric.key] = "missing"; break;
        case ValueStatus::Hidden: all[metric.key] = "hidden"; break;
        case ValueStatus::NotApplicable: all[metric.key] = "na"; break;
        }
    }
    return all;
}

Json neutral(const Author &author)
{
    return {{"id", author.nativeId}, {"handle", author.handle}, {"name", author.name}, {"bio", author.bio}, {"avatar", author.avatarUrl}, {"profile", author.profileUrl},
            {"bot", author.bot}, {"opt_out", author.optOut}, {"created", timeOf(author.createdAt)}, {"metrics", neutral(author.metrics)}};
}

Json neutral(const Item &item, const std::string &reason)
{
    const auto link = [&](Relation relation) { return item.ref(relation) != nullptr ? Json(item.ref(relation)->targetNative) : Json(nullptr); };
    auto media = Json::array(), spans = Json::array();
    for (const auto &one : item.media)
        media.push_back({{"kind", nameOf(one.kind)}, {"url", one.url}, {"preview", one.previewUrl}, {"id", one.nativeId}, {"alt", one.alt}, {"mime", one.mime},
                         {"width", one.width}, {"height", one.height}, {"duration_ms", one.durationMs ? Json(*one.durationMs) : Json(nullptr)}});
    for (const auto &one : item.spans)
        spans.push_back({{"kind", nameOf(one.kind)}, {"text", item.text.substr(one.begin, one.end - one.begin)}, {"target", one.target}});
    return {{"id", item.nativeId}, {"uri", item.uri}, {"permalink", item.permalink}, {"kind", toString(item.kind)}, {"visibility", item.visibility == Visibility::Followers ? "followers" : toString(item.visibility)},
            {"state", nameOf(item.state)}, {"author", neutral(item.author)}, {"title", item.title}, {"text", item.text}, {"warning", item.warning},
            {"sensitive", item.sensitive}, {"lang", item.lang}, {"published", item.precision == TimePrecision::Unknown ? Json(nullptr) : timeOf(item.publishedAt)},
            {"precision", item.precision == TimePrecision::Exact ? "exact" : item.precision == TimePrecision::Day ? "day" : "unknown"}, {"edited", timeOf(item.editedAt)},
            {"parent", link(Relation::ReplyTo)}, {"root", link(Relation::Root)}, {"quote", link(Relation::QuoteOf)}, {"repost", link(Relation::RepostOf)},
            {"answers", link(Relation::AnswersReview)}, {"media", media}, {"spans", spans}, {"metrics", neutral(item.metrics)},
            {"rating", item.rating ? Json(*item.rating) : Json(nullptr)}, {"container", item.container}, {"reason", reason}};
}

Json neutral(const WhoAmI &who)
{
    auto all = neutral(who.author);
    auto capabilities = Json::object(), settings = Json::object();
    for (std::size_t i = 0; i < kCapabilityCount; ++i)
        capabilities[toString(static_cast<Capability>(i))] = toString(who.capabilities.why(static_cast<Capability>(i)));
    for (const auto &[key, value] : who.settings)
        settings[key] = value;
    all["account_metrics"] = neutral(who.metrics);
    all["scopes"] = who.scopes;
    all["capabilities"] = std::move(capabilities);
    all["limits"] = {{"max_characters", who.limits.maxCharacters}, {"max_media", who.limits.maxMedia}};
    all["version"] = who.limits.serverVersion;
    all["settings"] = std::move(settings);
    return all;
}

Difference difference(const Json &expected, const Json &actual, const std::string &pointer)
{
    if (expected.is_object() && actual.is_object()) {
        for (const auto &[key, value] : expected.items()) {
            const auto below = childPointer(pointer, key);
            if (!actual.contains(key))
                return {below, "there is no such thing in what came out"};
            if (auto found = difference(value, actual[key], below); !found.message.empty())
                return found;
        }
        return {};
    }
    if (expected.is_array() && actual.is_array()) {
        if (expected.size() != actual.size())
            return {pointer, std::to_string(expected.size()) + " expected, " + std::to_string(actual.size()) + " came out: " + shown(actual)};
        for (std::size_t i = 0; i < expected.size(); ++i)
            if (auto found = difference(expected[i], actual[i], pointer + "/" + std::to_string(i)); !found.message.empty())
                return found;
        return {};
    }
    if (expected.is_number() && actual.is_number() && std::abs(expected.get<double>() - actual.get<double>()) < 1e-9)
        return {};
    if (expected == actual)
        return {};
    return {pointer, shown(expected) + " expected, " + shown(actual) + " came out"};
}

} // namespace vigie::connect::recipe
