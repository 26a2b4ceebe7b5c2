// SPDX-License-Identifier: GPL-3.0-or-later
// Who may be one person: the same link or address given, one who names the other, the same name under the same picture.
#include <vigie/store/identities.hpp>

#include "store/person_rows.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/store/members.hpp>
#include <vigie/text/fold.hpp>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace vigie::store {

namespace {

/// A link that so many give is that of an employer or a cause, not of a person.
constexpr std::size_t kSharedByFew = 3;

struct Known {
    MemberId id;
    std::string connector, handle, name, bio, profileUrl, avatar;
};

bool isWordEnd(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '<' || c == '>' || c == '"' || c == '(' || c == ')' || c == ',' || c == ';';
}

/// Words of `text` that hold a full stop: links, addresses of mail, handles.
std::vector<std::string> dottedWords(const std::string &text)
{
    std::vector<std::string> out;
    for (std::size_t from = 0; from < text.size();) {
        auto to = from;
        while (to < text.size() && !isWordEnd(text[to]))
            ++to;
        auto word = text.substr(from, to - from);
        while (!word.empty() && (word.back() == '.' || word.back() == '!' || word.back() == ':' || word.back() == '/'))
            word.pop_back();
        if (word.find('.') != std::string::npos && word.size() > 4)
            out.push_back(lowerAscii(word));
        from = to + 1;
    }
    return out;
}

bool isEmail(const std::string &word)
{
    const auto at = word.find('@');
    return at != std::string::npos && at > 0 && word.find('@', at + 1) == std::string::npos && word.find('.', at) != std::string::npos && word.find("//") == std::string::npos;
}

/// Without what does not tell one page from another; empty: a front page of everybody's, or no link.
std::string linkKey(std::string word)
{
    for (const std::string_view begin : {"https://", "http://", "www."})
        if (word.rfind(begin, 0) == 0)
            word.erase(0, begin.size());
    if (const auto query = word.find_first_of("?#"); query != std::string::npos)
        word.resize(query);
    while (!word.empty() && word.back() == '/')
        word.pop_back();
    static const std::vector<std::string_view> kEverybody{"facebook.com", "twitter.com", "x.com", "instagram.com", "youtube.com", "linkedin.com", "linktr.ee", "bsky.app", "mastodon.social",
                                                          "t.me", "github.com", "gmail.com", "threads.net", "tiktok.com", "google.com"};
    const auto dot = word.find('.');
    if (dot == std::string::npos || dot == 0 || word.find('@') != std::string::npos || std::find(kEverybody.begin(), kEverybody.end(), word) != kEverybody.end())
        return {};
    return word;
}

std::vector<Known> everybody(Session &session)
{
    std::vector<Known> out;
    session.each<MemberId, std::string, std::string, std::string, std::string, std::string, std::string>(
        "SELECT m.id, s.connector, m.handle, m.name, m.bio, m.profile_url, coalesce(a.sha256, m.avatar_url) FROM member m JOIN source s ON s.id=m.source_id"
        " LEFT JOIN member_avatar a ON a.member_id=m.id AND a.url=m.avatar_url WHERE m.name<>?",
        binds(std::string(kErasedName)), [&](MemberId id, std::string connector, std::string handle, std::string name, std::string bio, std::string profile, std::string avatar) {
            out.push_back({id, std::move(connector), std::move(handle), std::move(name), std::move(bio), std::move(profile), std::move(avatar)});
        });
    return out;
}

using Pair = std::pair<MemberId, MemberId>;
using Found = std::map<Pair, std::vector<SameReason>>;

Pair ordered(MemberId a, MemberId b)
{
    return {std::min(a, b), std::max(a, b)};
}

void addPairs(const std::unordered_map<std::string, std::vector<MemberId>> &groups, SameWhy why, MemberId member, Found &found)
{
    for (const auto &[what, members] : groups) {
        if (members.size() < 2 || members.size() > kSharedByFew)
            continue;
        for (std::size_t i = 0; i < members.size(); ++i)
            for (std::size_t j = i + 1; j < members.size(); ++j)
                if (members[i] != members[j] && (!member || members[i] == member || members[j] == member)) {
                    const auto pair = ordered(members[i], members[j]);
                    found[pair].push_back({why, what.substr(0, what.find('\n'))});
                }
    }
}

Found compared(Session &session, const std::vector<Known> &people, MemberId member)
{
    std::unordered_map<std::string, std::vector<MemberId>> links, emails, faces;
    std::unordered_map<std::string, MemberId> homes;
    for (const auto &one : people) {
        if (const auto home = linkKey(lowerAscii(one.profileUrl)); !home.empty())
            homes.emplace(home, one.id);
        if (one.handle.find('@') != std::string::npos)
            homes.emplace("@" + lowerAscii(one.handle), one.id);
    }
    Found found;
    for (const auto &one : people) {
        auto words = dottedWords(one.bio);
        std::sort(words.begin(), words.end());
        words.erase(std::unique(words.begin(), words.end()), words.end());
        for (const auto &word : words) {
            const auto link = linkKey(word);
            const auto home = homes.find(link.empty() ? word : link);
            if (home != homes.end()) {
                if (home->second != one.id && (!member || one.id == member || home->second == member))
                    found[ordered(one.id, home->second)].push_back({SameWhy::EachOther, word});
            } else if (isEmail(word)) {
                emails[word].push_back(one.id);
            } else if (!link.empty()) {
                links[link].push_back(one.id);
            }
        }
        if (!one.name.empty() && !one.avatar.empty())
            faces[text::fold(one.name) + '\n' + one.avatar].push_back(one.id);
    }
    session.each<MemberId, std::string>("SELECT DISTINCT member_id, value FROM member_fact WHERE kind='email'", {}, [&](MemberId id, std::string email) {
        auto &group = emails[email];
        if (std::find(group.begin(), group.end(), id) == group.end())
            group.push_back(id);
    });
    addPairs(links, SameWhy::Link, member, found);
    addPairs(emails, SameWhy::Email, member, found);
    addPairs(faces, SameWhy::NameAndAvatar, member, found);
    return found;
}

/// Networks whose terms forbid it are left out, pairs that were decided on too.
bool mayBeAsked(Tx &tx, const Pair &pair, const std::unordered_map<std::int64_t, const Known *> &byId)
{
    auto &session = tx.session();
    const auto one = byId.find(pair.first.value), other = byId.find(pair.second.value);
    if (one == byId.end() || other == byId.end())
        return false;
    if (session.one<int>("SELECT 1 FROM member_apart WHERE one_id=? AND other_id=?", pair.first, pair.second))
        return false;
    const auto tree = identitiesOf(session, pair.first);
    if (std::find(tree.begin(), tree.end(), pair.second) != tree.end())
        return false;
    if (one->second->connector == other->second->connector)
        return true;
    for (const auto &connector : {one->second->connector, other->second->connector}) {
        const auto policy = Accounts(tx).policyOf(connector);
        if (!policy || !policy->crossNetworkMatch)
            return false;
    }
    return true;
}

} // namespace

Result<std::vector<SamePerson>> Identities::suggest(MemberId member, int limit)
{
    auto &session = tx_.session();
    return session.guard([&] {
        const auto people = everybody(session);
        std::unordered_map<std::int64_t, const Known *> byId;
        for (const auto &one : people)
            byId.emplace(one.id.value, &one);
        std::vector<SamePerson> out;
        for (auto &[pair, reasons] : compared(session, people, member)) {
            if (!mayBeAsked(tx_, pair, byId))
                continue;
            std::sort(reasons.begin(), reasons.end(), [](const SameReason &a, const SameReason &b) { return std::tie(a.why, a.what) < std::tie(b.why, b.what); });
            reasons.erase(std::unique(reasons.begin(), reasons.end()), reasons.end());
            out.push_back({pair.first, pair.second, std::move(reasons)});
        }
        std::stable_sort(out.begin(), out.end(), [](const SamePerson &a, const SamePerson &b) { return a.reasons.size() > b.reasons.size(); });
        if (out.size() > static_cast<std::size_t>(limit))
            out.resize(static_cast<std::size_t>(limit));
        return out;
    });
}

} // namespace vigie::store
