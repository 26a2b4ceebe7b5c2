// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/evidence_form.hpp"

#include <vigie/base/digest.hpp>
#include <vigie/base/random.hpp>
#include <vigie/store/evidence.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace vigie::store {

namespace {

using Json = nlohmann::json;

constexpr int kFormat = 1;
constexpr const char *kMediaKinds[] = {"image", "video", "audio", "animation", "other"};
constexpr const char *kPrecisions[] = {"exact", "day", "unknown"};
constexpr const char *kStatuses[] = {"ok", "missing", "hidden", "not_applicable", "estimated"};
constexpr ItemKind kKinds[] = {ItemKind::Post, ItemKind::Comment, ItemKind::Review, ItemKind::Message, ItemKind::Article, ItemKind::Video, ItemKind::Question, ItemKind::Answer};
constexpr ItemState kStates[] = {ItemState::Visible, ItemState::Held, ItemState::Spam, ItemState::HiddenByUs, ItemState::RemovedByModeration,
                                 ItemState::DeletedByAuthor, ItemState::AccountGone, ItemState::Unavailable};
constexpr Relation kRelations[] = {Relation::ReplyTo, Relation::Root, Relation::QuoteOf, Relation::RepostOf, Relation::AnswersReview, Relation::LinksTo};

void put(Json &object, const char *key, const std::string &text)
{
    if (!text.empty())
        object[key] = text;
}
void put(Json &object, const char *key, const std::optional<Instant> &at)
{
    if (at)
        object[key] = toRfc3339(*at);
}

/// Counts are whole numbers: 12, not 12.0.
Json number(double value)
{
    if (std::isfinite(value) && std::floor(value) == value && std::fabs(value) < 9e15)
        return static_cast<std::int64_t>(value);
    return value;
}

Json metricsJson(const std::vector<MetricValue> &metrics)
{
    auto array = Json::array();
    for (const auto &metric : metrics)
        array.push_back({{"name", metric.key}, {"value", number(metric.value)}, {"status", kStatuses[static_cast<std::size_t>(metric.status)]}});
    return array;
}

Json authorJson(const Author &author)
{
    auto object = Json::object();
    put(object, "id", author.nativeId);
    put(object, "handle", author.handle);
    put(object, "name", author.name);
    put(object, "profile", author.profileUrl);
    put(object, "created_at", author.createdAt);
    if (author.bot)
        object["bot"] = true;
    if (!author.metrics.empty())
        object["counts"] = metricsJson(author.metrics);
    return object;
}

Json mediaJson(const MediaRef &media)
{
    Json object{{"kind", kMediaKinds[static_cast<std::size_t>(media.kind)]}, {"url", media.url}};
    put(object, "preview_url", media.previewUrl);
    put(object, "id", media.nativeId);
    put(object, "alternative_text", media.alt);
    put(object, "type", media.mime);
    if (media.width > 0 && media.height > 0) {
        object["width"] = media.width;
        object["height"] = media.height;
    }
    if (media.durationMs)
        object["duration_ms"] = *media.durationMs;
    return object;
}

Json itemJson(const Item &item)
{
    Json object{{"network", item.connector}, {"instance", item.instance}, {"id", item.nativeId}, {"kind", toString(item.kind)},
                {"visibility", toString(item.visibility)}, {"state", toString(item.state)}, {"title", item.title}, {"text", item.text},
                {"warning", item.warning}, {"sensitive", item.sensitive}, {"language", item.lang}, {"published_at", toRfc3339(item.publishedAt)},
                {"published_precision", kPrecisions[static_cast<std::size_t>(item.precision)]}, {"fetched_at", toRfc3339(item.fetchedAt)},
                {"author", authorJson(item.author)}, {"counts", metricsJson(item.metrics)}};
    put(object, "uri", item.uri);
    put(object, "permalink", item.permalink);
    put(object, "container", item.container);
    put(object, "edited_at", item.editedAt);
    if (item.ours)
        object["ours"] = true;
    if (item.rating)
        object["rating"] = number(*item.rating);
    auto refs = Json::array(), media = Json::array();
    for (const auto &ref : item.refs)
        refs.push_back({{"relation", toString(ref.relation)}, {"target", ref.targetNative}});
    for (const auto &one : item.media)
        media.push_back(mediaJson(one));
    object["references"] = std::move(refs);
    object["media"] = std::move(media);
    return object;
}

void putTerm(Json &object, const EvidenceContent &said)
{
    if (!said.setsTerm)
        return;
    object["keep_until"] = toRfc3339(said.keep.until);
    object["ground"] = said.keep.ground;
    put(object, "despite_terms", said.keep.despiteTerms);
    if (said.boundByTerms)
        object["bound_by_terms"] = true;
}

void putMedia(Json &object, const EvidenceContent &said)
{
    object["of"] = said.of;
    object["position"] = said.position;
    object["url"] = said.url;
    put(object, "sha256", said.mediaHash);
    put(object, "type", said.mime);
    put(object, "http_date", said.httpDate);
    put(object, "failure", said.failure);
    if (said.httpStatus > 0)
        object["http_status"] = said.httpStatus;
    if (!said.mediaHash.empty())
        object["size"] = said.size;
}

// Reading: what is of another type than written is as good as not there; the hash has the last word on whether it was changed.

std::string textAt(const Json &object, const char *key)
{
    const auto it = object.find(key);
    return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}
std::int64_t integerAt(const Json &object, const char *key)
{
    const auto it = object.find(key);
    return it != object.end() && it->is_number_integer() ? it->get<std::int64_t>() : 0;
}
bool flagAt(const Json &object, const char *key)
{
    const auto it = object.find(key);
    return it != object.end() && it->is_boolean() && it->get<bool>();
}
std::optional<Instant> instantAt(const Json &object, const char *key)
{
    const auto parsed = parseRfc3339(textAt(object, key));
    return parsed ? std::optional(*parsed) : std::nullopt;
}
const Json &listAt(const Json &object, const char *key)
{
    static const Json kNone = Json::array();
    const auto it = object.find(key);
    return it != object.end() && it->is_array() ? *it : kNone;
}
template <std::size_t N>
std::size_t indexOf(const char *const (&names)[N], const std::string &name)
{
    const auto it = std::find(std::begin(names), std::end(names), name);
    return it == std::end(names) ? 0 : static_cast<std::size_t>(it - std::begin(names));
}
template <class Enum, std::size_t N>
Enum named(const Enum (&values)[N], const std::string &name)
{
    const auto it = std::find_if(std::begin(values), std::end(values), [&](Enum value) { return name == toString(value); });
    return it == std::end(values) ? values[0] : *it;
}

std::vector<MetricValue> metricsAt(const Json &object)
{
    std::vector<MetricValue> out;
    for (const auto &one : listAt(object, "counts"))
        if (one.is_object())
            out.push_back({textAt(one, "name"), one.contains("value") && one["value"].is_number() ? one["value"].get<double>() : 0.0,
                           static_cast<ValueStatus>(indexOf(kStatuses, textAt(one, "status")))});
    return out;
}

Author authorAt(const Json &object)
{
    Author author;
    const auto it = object.find("author");
    if (it == object.end() || !it->is_object())
        return author;
    author.nativeId = textAt(*it, "id");
    author.handle = textAt(*it, "handle");
    author.name = textAt(*it, "name");
    author.profileUrl = textAt(*it, "profile");
    author.createdAt = instantAt(*it, "created_at");
    author.bot = flagAt(*it, "bot");
    author.metrics = metricsAt(*it);
    return author;
}

MediaRef mediaFrom(const Json &object)
{
    MediaRef media;
    media.kind = static_cast<MediaRef::Kind>(indexOf(kMediaKinds, textAt(object, "kind")));
    media.url = textAt(object, "url");
    media.previewUrl = textAt(object, "preview_url");
    media.nativeId = textAt(object, "id");
    media.alt = textAt(object, "alternative_text");
    media.mime = textAt(object, "type");
    media.width = static_cast<int>(integerAt(object, "width"));
    media.height = static_cast<int>(integerAt(object, "height"));
    if (object.contains("duration_ms"))
        media.durationMs = integerAt(object, "duration_ms");
    return media;
}

Item itemFrom(const Json &object)
{
    Item item;
    item.connector = textAt(object, "network");
    item.instance = textAt(object, "instance");
    item.nativeId = textAt(object, "id");
    item.uri = textAt(object, "uri");
    item.permalink = textAt(object, "permalink");
    item.kind = named(kKinds, textAt(object, "kind"));
    item.visibility = visibilityFrom(textAt(object, "visibility"));
    item.state = named(kStates, textAt(object, "state"));
    item.author = authorAt(object);
    item.title = textAt(object, "title");
    item.text = textAt(object, "text");
    item.warning = textAt(object, "warning");
    item.sensitive = flagAt(object, "sensitive");
    item.lang = textAt(object, "language");
    item.publishedAt = instantAt(object, "published_at").value_or(Instant{});
    item.fetchedAt = instantAt(object, "fetched_at").value_or(Instant{});
    item.precision = static_cast<TimePrecision>(indexOf(kPrecisions, textAt(object, "published_precision")));
    item.editedAt = instantAt(object, "edited_at");
    item.container = textAt(object, "container");
    if (object.contains("rating") && object["rating"].is_number())
        item.rating = object["rating"].get<double>();
    item.metrics = metricsAt(object);
    for (const auto &ref : listAt(object, "references"))
        if (ref.is_object())
            item.refs.push_back({named(kRelations, textAt(ref, "relation")), textAt(ref, "target"), {}});
    for (const auto &one : listAt(object, "media"))
        if (one.is_object())
            item.media.push_back(mediaFrom(one));
    return item;
}

void readTerm(const Json &object, EvidenceContent &said)
{
    const auto until = instantAt(object, "keep_until");
    said.setsTerm = until.has_value();
    said.keep.until = until.value_or(Instant{});
    said.keep.ground = textAt(object, "ground");
    said.keep.despiteTerms = textAt(object, "despite_terms");
    said.boundByTerms = flagAt(object, "bound_by_terms");
}

void readMedia(const Json &object, EvidenceContent &said)
{
    said.of = integerAt(object, "of");
    said.position = static_cast<int>(integerAt(object, "position"));
    said.url = textAt(object, "url");
    said.mediaHash = textAt(object, "sha256");
    said.mime = textAt(object, "type");
    said.httpDate = textAt(object, "http_date");
    said.failure = textAt(object, "failure");
    said.httpStatus = static_cast<int>(integerAt(object, "http_status"));
    said.size = integerAt(object, "size");
}

} // namespace

std::string canonicalForm(const EvidenceContent &said)
{
    Json object{{"format", kFormat}, {"kind", toString(said.kind)}, {"nonce", randomKey()}};
    put(object, "by", said.by);
    switch (said.kind) {
    case EvidenceKind::Captured:
    case EvidenceKind::Edited:
    case EvidenceKind::Deleted:
    case EvidenceKind::State:
        object["item"] = itemJson(said.item);
        if (said.wordsLeftOut)
            object["words_left_out"] = true;
        putTerm(object, said);
        break;
    case EvidenceKind::Term: putTerm(object, said); break;
    case EvidenceKind::Media: putMedia(object, said); break;
    case EvidenceKind::Erased:
        object["entries"] = said.erased;
        object["reason"] = toString(said.reason);
        put(object, "note", said.note);
        break;
    }
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<EvidenceContent> readEvidence(std::string_view canonical)
{
    const auto object = Json::parse(canonical, nullptr, false);
    const auto kind = object.is_object() ? evidenceKindFrom(textAt(object, "kind")) : std::nullopt;
    if (!kind || integerAt(object, "format") != kFormat)
        return fail(Errc::InvalidInput, "not an entry of evidence in a form that is known here");
    EvidenceContent said;
    said.kind = *kind;
    said.by = textAt(object, "by");
    said.note = textAt(object, "note");
    said.wordsLeftOut = flagAt(object, "words_left_out");
    said.reason = erasureReasonFrom(textAt(object, "reason")).value_or(ErasureReason::Other);
    for (const auto &number : listAt(object, "entries"))
        if (number.is_number_integer())
            said.erased.push_back(number.get<std::int64_t>());
    if (const auto item = object.find("item"); item != object.end() && item->is_object())
        said.item = itemFrom(*item);
    readTerm(object, said);
    said.keep.by = said.by;
    if (said.kind == EvidenceKind::Media)
        readMedia(object, said);
    return said;
}

bool sameKeptWords(const Item &a, const Item &b)
{
    // Addresses of one picture differ in what follows their question mark (when they end, who signed them).
    const auto place = [](const MediaRef &media) { return media.nativeId.empty() ? media.url.substr(0, media.url.find('?')) : media.nativeId; };
    const auto samePicture = [&place](const MediaRef &left, const MediaRef &right) { return place(left) == place(right) && left.alt == right.alt; };
    return a.title == b.title && a.text == b.text && a.warning == b.warning
           && std::equal(a.media.begin(), a.media.end(), b.media.begin(), b.media.end(), samePicture);
}

} // namespace vigie::store
