// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/item_map.hpp"

#include "connect/recipe/rich.hpp"

#include <vigie/base/utf8.hpp>

#include <algorithm>
#include <array>

namespace vigie::connect::recipe {

namespace {

constexpr auto kFutureTolerance = std::chrono::minutes{5};
constexpr std::size_t kLongestTitle = 2000, kLongestId = 1000, kMostEntries = 5000, kMostMedia = 50;

std::string plain(const std::optional<Expression> &how, const Scope &scope)
{
    return how ? text::cleanUtf8(evaluate(*how, scope).text()) : std::string{};
}

std::string idOf(const std::optional<Expression> &how, const Scope &scope)
{
    auto id = plain(how, scope);
    return id.size() <= kLongestId ? id : std::string{};
}

std::string address(const std::optional<Expression> &how, const Scope &scope)
{
    auto url = plain(how, scope);
    return url.rfind("https://", 0) == 0 || url.rfind("http://", 0) == 0 ? url : std::string{};
}

bool holds(const std::optional<Expression> &how, const Scope &scope)
{
    return how && evaluate(*how, scope).truthy();
}

std::optional<Instant> moment(const std::optional<Expression> &how, const Scope &scope)
{
    if (!how)
        return std::nullopt;
    const auto value = evaluate(*how, scope);
    if (value.time())
        return value.time();
    return readTime(value.json(), {});
}

template <class Enum, std::size_t N>
Enum wordOf(const std::string &word, const std::array<std::pair<std::string_view, Enum>, N> &words, Enum otherwise)
{
    const auto found = std::find_if(words.begin(), words.end(), [&](const auto &one) { return one.first == word; });
    return found == words.end() ? otherwise : found->second;
}

ItemKind kindOf(const std::string &word)
{
    static constexpr std::array<std::pair<std::string_view, ItemKind>, 8> kWords{
        {{"post", ItemKind::Post}, {"comment", ItemKind::Comment}, {"review", ItemKind::Review}, {"message", ItemKind::Message}, {"article", ItemKind::Article},
         {"video", ItemKind::Video}, {"question", ItemKind::Question}, {"answer", ItemKind::Answer}}};
    return wordOf(word, kWords, ItemKind::Post);
}

ItemState stateOf(const std::string &word)
{
    static constexpr std::array<std::pair<std::string_view, ItemState>, 8> kWords{
        {{"visible", ItemState::Visible}, {"held", ItemState::Held}, {"spam", ItemState::Spam}, {"hidden", ItemState::HiddenByUs}, {"removed", ItemState::RemovedByModeration},
         {"deleted", ItemState::DeletedByAuthor}, {"account_gone", ItemState::AccountGone}, {"unavailable", ItemState::Unavailable}}};
    return wordOf(word, kWords, ItemState::Visible);
}

Visibility visibilityOf(const std::string &word)
{
    static constexpr std::array<std::pair<std::string_view, Visibility>, 4> kWords{
        {{"public", Visibility::Public}, {"unlisted", Visibility::Unlisted}, {"followers", Visibility::Followers}, {"direct", Visibility::Direct}}};
    return wordOf(word, kWords, Visibility::Unknown);
}

MediaRef::Kind mediaKind(const std::string &word, const std::string &mime)
{
    const auto of = [&](std::string_view name) { return word == name || word.rfind(std::string(name) + "/", 0) == 0 || (word.empty() && mime.rfind(std::string(name) + "/", 0) == 0); };
    if (word == "animation" || word == "gifv" || mime == "image/gif")
        return MediaRef::Kind::Animation;
    if (of("image") || word == "photo")
        return MediaRef::Kind::Image;
    if (of("video"))
        return MediaRef::Kind::Video;
    if (of("audio"))
        return MediaRef::Kind::Audio;
    return word.empty() && mime.empty() ? MediaRef::Kind::Image : MediaRef::Kind::Other;
}

void addMedia(const MediaMap &map, const Scope &scope, std::vector<MediaRef> &out)
{
    forEachEntry(map.each, map.where, scope, [&](const Scope &inner) {
        MediaRef media;
        media.url = address(map.url, inner);
        if (media.url.empty() || out.size() >= kMostMedia)
            return;
        media.previewUrl = address(map.preview, inner);
        media.nativeId = idOf(map.id, inner);
        media.alt = plain(map.alt, inner);
        media.mime = plain(map.mime, inner);
        media.kind = mediaKind(plain(map.kind, inner), media.mime);
        const auto size = [&](const std::optional<Expression> &how) {
            const auto number = how ? evaluate(*how, inner).number() : std::nullopt;
            return number && *number >= 0 && *number < 1e6 ? static_cast<int>(*number) : 0;
        };
        media.width = size(map.width);
        media.height = size(map.height);
        if (map.durationMs)
            if (const auto number = evaluate(*map.durationMs, inner).number(); number && *number >= 0 && *number < 1e10)
                media.durationMs = static_cast<std::int64_t>(*number);
        out.push_back(std::move(media));
    });
}

std::string language(std::string code)
{
    code.resize(std::min({code.size(), code.find('-'), code.find('_')}));
    for (char &c : code)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return code.size() == 2 ? code : "und";
}

std::string oneLine(std::string text, std::size_t most)
{
    std::replace(text.begin(), text.end(), '\n', ' ');
    shortenUtf8(text, most);
    return text;
}

void setText(Item &item, const ItemMap &map, const Scope &scope)
{
    for (const auto &choice : map.text) {
        const auto written = evaluate(choice.value, scope).text();
        if (written.find_first_not_of(" \t\r\n") == std::string::npos)
            continue;
        auto rich = richText(choice.kind, written, item.permalink.empty() ? item.instance : item.permalink);
        if (!map.spans.empty() && choice.kind == TextChoice::Kind::Plain)
            addSpans(map.spans, scope, rich);
        item.text = std::move(rich.text);
        item.spans = std::move(rich.spans);
        return;
    }
}

/// Reading one answer.
class Mapper {
public:
    Mapper(const Recipe &recipe, const CallVariables &variables, const Json &root, const net::Response &response, Budget &budget, Mapped &out)
        : recipe_(recipe), variables_(variables), scope_{&root, nullptr, &root, &variables.function(), &response, &budget}, out_(out)
    {
    }

    void run(const Selector &selector)
    {
        std::vector<const Json *> all;
        select(selector.each, scope_, true, all);
        for (const auto *one : all) {
            if (out_.entries >= kMostEntries || scope_.budget->exhausted())
                return;
            Scope scope = scope_;
            scope.here = one;
            scope.outer = scope_.root;
            if (selector.where && !evaluate(*selector.where, scope).truthy())
                continue;
            ++out_.entries;
            out_.lastEntry = Value::of(*one);
            entry(selector, scope, {}, {}, 0);
        }
    }

private:
    void entry(const Selector &selector, const Scope &scope, const std::string &parent, const std::string &root, int depth)
    {
        const ItemMap *map = nullptr;
        for (const auto &choice : selector.maps)
            if (!choice.when || evaluate(*choice.when, scope).truthy()) {
                map = choice.map.get();
                break;
            }
        std::string id;
        if (map != nullptr)
            id = one(*map, scope, parent, root);
        if (depth >= selector.depth)
            return;
        for (const auto &children : selector.children) {
            std::vector<const Json *> all;
            select(children, scope, true, all);
            for (const auto *child : all) {
                if (out_.items.size() >= kMostEntries || scope.budget->exhausted())
                    return;
                entry(selector, within(scope, *child), id.empty() ? parent : id, root.empty() ? id : root, depth + 1);
            }
        }
    }

    /// The id of what was read; empty when nothing was.
    std::string one(const ItemMap &map, const Scope &scope, const std::string &parent, const std::string &root)
    {
        if (holds(map.skipWhen, scope))
            return {};
        auto id = idOf(map.id, scope);
        if (id.empty()) {
            ++out_.unreadable;
            return {};
        }
        if (holds(map.goneWhen, scope)) {
            out_.signals.push_back({ItemSignal::Kind::Deleted, id});
            return id;
        }
        Item item;
        item.nativeId = id;
        item.connector = recipe_.descriptor.id;
        item.instance = variables_.account().instance;
        fillItem(item, map, scope, parent, root);
        out_.items.push_back(std::move(item));
        out_.reasons.push_back(plain(map.reason, scope));
        return id;
    }

    void fillItem(Item &item, const ItemMap &map, const Scope &scope, const std::string &parent, const std::string &root)
    {
        item.uri = plain(map.uri, scope);
        item.permalink = address(map.permalink, scope);
        item.kind = kindOf(plain(map.kind, scope));
        item.visibility = map.visibility ? visibilityOf(plain(map.visibility, scope)) : Visibility::Public;
        item.state = stateOf(plain(map.state, scope));
        item.title = oneLine(plain(map.title, scope), kLongestTitle);
        item.warning = oneLine(plain(map.warning, scope), kLongestTitle);
        item.sensitive = holds(map.sensitive, scope);
        item.lang = language(plain(map.lang, scope));
        item.container = oneLine(plain(map.container, scope), kLongestTitle);
        setTimes(item, map, scope);
        if (map.author)
            item.author = mapAuthor(*map.author, scope);
        setText(item, map, scope);
        for (const auto &link : map.links)
            addLink(item, link.relation, idOf(link.target, scope));
        if (!parent.empty() && item.ref(Relation::ReplyTo) == nullptr)
            addLink(item, Relation::ReplyTo, parent);
        if (!root.empty() && item.ref(Relation::Root) == nullptr)
            addLink(item, Relation::Root, root);
        for (const auto &media : map.media)
            addMedia(media, scope, item.media);
        item.metrics = mapMetrics(map.metrics, scope);
        if (map.rating)
            if (const auto value = evaluate(map.rating->value, scope).number())
                item.rating = std::clamp((*value - map.rating->from) / (map.rating->to - map.rating->from), 0.0, 1.0);
    }

    void setTimes(Item &item, const ItemMap &map, const Scope &scope) const
    {
        const auto now = variables_.now();
        item.fetchedAt = now;
        const auto at = moment(map.published, scope);
        if (at && *at <= now + kFutureTolerance) {
            item.publishedAt = *at;
            item.precision = map.precision;
        } else { // a time that is missing, or that has not come yet, would put it in a wrong place for days
            item.publishedAt = now;
            item.precision = TimePrecision::Unknown;
        }
        item.editedAt = moment(map.edited, scope);
        if (item.editedAt && *item.editedAt <= item.publishedAt)
            item.editedAt.reset(); // many networks repeat the time of creation
    }

    static void addLink(Item &item, Relation relation, std::string target)
    {
        if (!target.empty() && target != item.nativeId)
            item.refs.push_back({relation, std::move(target), {}});
    }
    static std::string idOf(const std::optional<Expression> &how, const Scope &scope) { return recipe::idOf(how, scope); }
    static std::string idOf(const Expression &how, const Scope &scope)
    {
        auto id = text::cleanUtf8(evaluate(how, scope).text());
        return id.size() <= kLongestId ? id : std::string{};
    }

    const Recipe &recipe_;
    const CallVariables &variables_;
    Scope scope_;
    Mapped &out_;
};

} // namespace

Author mapAuthor(const AuthorMap &map, const Scope &scope)
{
    Author author;
    author.nativeId = idOf(map.id, scope);
    author.handle = oneLine(plain(map.handle, scope), kLongestTitle);
    author.name = oneLine(plain(map.name, scope), kLongestTitle);
    author.bio = plain(map.bio, scope);
    author.avatarUrl = address(map.avatar, scope);
    author.profileUrl = address(map.profile, scope);
    author.bot = holds(map.bot, scope);
    author.optOut = holds(map.optOut, scope);
    author.createdAt = moment(map.created, scope);
    author.metrics = mapMetrics(map.metrics, scope);
    return author;
}

std::vector<MetricValue> mapMetrics(const std::vector<MetricField> &fields, const Scope &scope)
{
    std::vector<MetricValue> all;
    all.reserve(fields.size());
    for (const auto &field : fields) {
        MetricValue metric{field.key, 0, field.missing};
        if (const auto number = evaluate(field.value, scope).number()) {
            metric.value = *number;
            metric.status = field.estimated ? ValueStatus::Estimated : ValueStatus::Ok;
        }
        if (holds(field.hiddenWhen, scope))
            metric = {field.key, 0, ValueStatus::Hidden};
        all.push_back(std::move(metric));
    }
    return all;
}

Result<Mapped> mapEntries(const Recipe &recipe, const Operation &operation, const CallVariables &variables, const Json &root, const net::Response &response)
{
    Mapped out;
    Budget budget;
    Mapper mapper(recipe, variables, root, response, budget, out);
    for (const auto &selector : operation.items)
        mapper.run(selector);
    if (budget.exhausted())
        return fail(Errc::TooLarge, "the answer asks for more steps than a recipe may take");
    return out;
}

} // namespace vigie::connect::recipe
