// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/community.hpp"

#include <algorithm>
#include <cmath>

namespace vigie::practice {

namespace {
constexpr double kEmojiShare = 0.12;              ///< of those who are pleased
constexpr std::chrono::hours kTalkedAbout{240};   ///< how long a post of the brand is passed on
} // namespace

const Json &Community::at(std::initializer_list<const char *> path) const
{
    static const Json kNothing;
    const Json *here = &script_;
    for (const char *key : path) {
        const auto it = here->is_object() ? here->find(key) : here->end();
        if (!here->is_object() || it == here->end())
            return kNothing;
        here = &*it;
    }
    return *here;
}

double Community::number(std::initializer_list<const char *> path, double otherwise) const
{
    const Json &value = at(path);
    return value.is_number() ? value.get<double>() : otherwise;
}

/// A whole number whose mean is `expected`.
int Community::around(double expected)
{
    // Knuth's way with Poisson; the means here are small.
    const double floor = std::exp(-std::min(expected, 60.0));
    int n = 0;
    for (double product = unit(); product > floor; product *= unit())
        ++n;
    return n;
}

/// A delay with that mean; long ones are rare.
Micros Community::spread(double minutes)
{
    return Micros(static_cast<std::int64_t>(-std::log(1.0 - unit()) * minutes * 60e6));
}

const Json *Community::pick(const Json &list)
{
    return list.is_array() && !list.empty() ? &list[random_.below(list.size())] : nullptr;
}

/// As pick(), but nothing comes again before everything in the list was said: people seldom repeat each other word for word,
/// and where they do, they are taken for relays.
const Json *Community::pickFresh(const Json &list)
{
    if (!list.is_array() || list.empty())
        return nullptr;
    std::vector<const Json *> fresh;
    for (const Json &one : list)
        if (said_.count(&one) == 0)
            fresh.push_back(&one);
    if (fresh.empty())
        for (const Json &one : list) {
            said_.erase(&one);
            fresh.push_back(&one);
        }
    const Json *chosen = fresh[random_.below(fresh.size())];
    said_.insert(chosen);
    return chosen;
}

const Community::Member &Community::anyMember(const std::vector<std::string> &roles)
{
    double sum = 0;
    const auto fits = [&](const Member &member) {
        return roles.empty() || std::find(roles.begin(), roles.end(), member.role) != roles.end();
    };
    for (const Member &member : members_)
        sum += fits(member) ? member.weight : 0;
    double left = unit() * sum;
    for (const Member &member : members_) {
        if (!fits(member))
            continue;
        left -= member.weight;
        if (left <= 0)
            return member;
    }
    return members_.back();
}

const Community::Member *Community::memberOf(Key id) const
{
    const auto it = std::find_if(members_.begin(), members_.end(), [&](const Member &member) { return member.id == id; });
    return it == members_.end() ? nullptr : &*it;
}

std::string Community::intentFor(const Member &member)
{
    const Json &intents = at({"roles", member.role.c_str(), "intents"});
    double sum = 0;
    for (const auto &entry : intents.items())
        sum += entry.value().is_number() ? entry.value().get<double>() : 0;
    double left = unit() * sum;
    for (const auto &entry : intents.items()) {
        left -= entry.value().is_number() ? entry.value().get<double>() : 0;
        if (left <= 0)
            return entry.key();
    }
    return "question";
}

std::map<std::string, std::string> Community::someProduct(const std::string &lang)
{
    std::map<std::string, std::string> out;
    if (const Json *product = pick(at({"placeholders", "products"})); product != nullptr && product->contains(lang))
        for (const auto &[key, value] : (*product)[lang].items())
            if (value.is_string())
                out[key] = value.get<std::string>();
    return out;
}

std::string Community::fill(const std::string &text, const std::string &lang, const std::map<std::string, std::string> &product)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t end = text[i] == '{' ? text.find('}', i) : std::string::npos;
        if (end == std::string::npos) {
            out += text[i];
            continue;
        }
        std::string name = text.substr(i + 1, end - i - 1), value;
        const bool capital = !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
        if (capital)
            name[0] = static_cast<char>(name[0] + 32);
        const Json *one = nullptr;
        if (name == "city") {
            one = pick(at({"placeholders", "cities"}));
        } else if (name == "day") {
            one = pick(at({"placeholders", "days", lang.c_str()}));
        } else if (name == "order") {
            const auto from = static_cast<std::uint64_t>(number({"placeholders", "order", "from"}, 1000));
            const auto to = static_cast<std::uint64_t>(number({"placeholders", "order", "to"}, 9999));
            value = at({"placeholders", "order", "prefix"}).is_string() ? at({"placeholders", "order", "prefix"}).get<std::string>() : "";
            value += std::to_string(from + random_.below(to - from + 1));
        } else if (const auto it = product.find(name); it != product.end()) {
            value = it->second;
        }
        if (one != nullptr && one->is_string())
            value = one->get<std::string>();
        if (capital && !value.empty() && value[0] >= 'a' && value[0] <= 'z')
            value[0] = static_cast<char>(value[0] - 32);
        out += value;
        i = end;
    }
    return out;
}

/// Of a mosaic: one of each part, one after the other.
Community::Line Community::composed(const Json &mosaic, const std::string &lang)
{
    Line out;
    const auto product = someProduct(lang);
    const auto parts = mosaic.find("parts");
    if (parts == mosaic.end())
        return out;
    for (const Json &choices : *parts)
        if (const Json *part = pickFresh(choices); part != nullptr && part->is_string())
            out.text += (out.text.empty() ? "" : " ") + fill(part->get<std::string>(), lang, product);
    if (const auto rating = mosaic.find("rating"); rating != mosaic.end() && rating->is_number())
        out.rating = rating->get<int>();
    return out;
}

/// A post made of parts where there is a mosaic, and now and then one of the whole ones.
Community::Line Community::line(const Json &mosaics, const Json &list, const std::string &lang)
{
    if (mosaics.is_array() && !mosaics.empty() && unit() < number({"mosaics", "share"}, 0))
        return composed(*pick(mosaics), lang);
    return line(list, lang);
}

Community::Line Community::line(const Json &list, const std::string &lang)
{
    Line out;
    const Json *chosen = pickFresh(list);
    if (chosen == nullptr || !chosen->is_object())
        return out;
    const auto product = someProduct(lang);
    const auto text = [&](const Json &from, const char *key) {
        const auto it = from.find(key);
        return it != from.end() && it->is_string() ? fill(it->get<std::string>(), lang, product) : std::string();
    };
    out.text = text(*chosen, "text");
    out.warning = text(*chosen, "warning");
    out.edit = text(*chosen, "edit");
    if (const auto image = chosen->find("image"); image != chosen->end() && image->is_object())
        out.alt = text(*image, "alt");
    if (const auto rating = chosen->find("rating"); rating != chosen->end() && rating->is_number())
        out.rating = rating->get<int>();
    return out;
}

Community::Line Community::opening(const std::string &intent, const std::string &lang, bool direct)
{
    if (direct)
        return line(at({"direct", intent.c_str(), lang.c_str()}), lang);
    return line(at({"mosaics", "templates", intent.c_str(), lang.c_str()}), at({"templates", intent.c_str(), lang.c_str()}), lang);
}

Community::Line Community::taken(const std::string &intent, const std::string &lang, const std::string &kind)
{
    return line(at({"mosaics", "replies", kind.c_str(), lang.c_str()}), at({"replies", intent.c_str(), lang.c_str(), kind.c_str()}), lang);
}

Key Community::recentBrandPost(Instant when)
{
    std::vector<Key> recent;
    for (auto it = network_.statuses.rbegin(); it != network_.statuses.rend() && it->second.at > when - kTalkedAbout; ++it) {
        const Status &one = it->second;
        if (!one.deleted && network_.ours(one.author) && one.visibility == "public" && one.inReplyTo == 0 && one.boostOf == 0 && one.at < when)
            recent.push_back(it->first);
    }
    return recent.empty() ? 0 : recent[random_.below(recent.size())];
}

Status &Community::say(const Member &who, const Line &line, const std::string &intent, Key inReplyTo, std::optional<Instant> at,
                       const std::string &visibility)
{
    NewStatus draft;
    draft.author = who.id;
    draft.text = line.text;
    draft.quoteOf = line.quoteOf;
    if ((intent == "thanks" || intent == "praise" || intent == "joke") && !network_.emojis.empty() && unit() < kEmojiShare)
        draft.text += " :" + *std::next(network_.emojis.begin(), static_cast<std::ptrdiff_t>(random_.below(network_.emojis.size()))) + ':';
    draft.spoiler = line.warning;
    draft.lang = who.lang;
    draft.intent = intent;
    draft.inReplyTo = inReplyTo;
    draft.visibility = visibility;
    draft.at = at;
    const Status *parent = inReplyTo != 0 ? network_.status(inReplyTo) : nullptr;
    const Account *answered = parent != nullptr ? network_.account(parent->author) : nullptr;
    if (answered != nullptr && answered->id != who.id && draft.text.find('@' + answered->username) == std::string::npos)
        draft.text = '@' + answered->acct() + ' ' + draft.text;
    if (visibility == "direct" && draft.text.find('@' + brandHandle()) == std::string::npos)
        draft.text = '@' + brandHandle() + ' ' + draft.text;
    if (!line.alt.empty()) {
        Media media;
        media.id = network_.nextId(at.value_or(network_.now()));
        media.owner = who.id;
        media.mime = "image/png";
        media.description = line.alt;
        media.paint = static_cast<int>(random_.below(1U << 20));
        media.width = 320;
        media.height = 200;
        draft.media.push_back(media.id);
        network_.touched.media.insert(media.id);
        network_.media[media.id] = std::move(media);
    }
    return network_.post(std::move(draft));
}

} // namespace vigie::practice
