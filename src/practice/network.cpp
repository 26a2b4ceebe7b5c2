// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/network.hpp"

#include "practice/json_views.hpp"
#include "practice/markup.hpp"

#include <algorithm>
#include <charconv>

namespace vigie::practice {

std::string idText(Key id) { return std::to_string(id); }

Key idFrom(std::string_view text)
{
    Key id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    return error == std::errc() && end == text.data() + text.size() ? id : 0;
}

Key Network::nextId(Instant at)
{
    const auto millis = static_cast<Key>(std::max<std::int64_t>(0, toMicros(at) / 1000));
    Key id = millis << 16U;
    while (statuses.count(id) != 0 || notifications.count(id) != 0 || accounts.count(id) != 0 || media.count(id) != 0)
        ++id;
    return id;
}

Account &Network::addAccount(Account account)
{
    if (account.id == 0)
        account.id = nextId(account.createdAt);
    byAcct_[foldTag(account.acct())] = account.id;
    ++changes;
    return accounts[account.id] = std::move(account);
}

Account *Network::account(Key id)
{
    const auto it = accounts.find(id);
    return it == accounts.end() ? nullptr : &it->second;
}

Account *Network::accountNamed(std::string_view acct)
{
    if (!acct.empty() && acct.front() == '@')
        acct.remove_prefix(1);
    std::string name = foldTag(acct);
    const std::size_t at = name.find('@');
    if (at != std::string::npos && name.substr(at + 1) == domain)
        name.resize(at);
    const auto it = byAcct_.find(name);
    return it == byAcct_.end() ? nullptr : account(it->second);
}

Status *Network::status(Key id)
{
    const auto it = statuses.find(id);
    return it == statuses.end() || it->second.deleted ? nullptr : &it->second;
}

void Network::index(const Status &status)
{
    byAuthor_[status.author].push_back(status.id);
    if (status.inReplyTo != 0)
        replies_[status.inReplyTo].push_back(status.id);
    for (const std::string &tag : status.tags)
        byTag_[foldTag(tag)].push_back(status.id);
}

void Network::reindex()
{
    byAcct_.clear();
    byTag_.clear();
    replies_.clear();
    byAuthor_.clear();
    for (const auto &[id, account] : accounts)
        byAcct_[foldTag(account.acct())] = id;
    for (const auto &[id, status] : statuses)
        index(status);
}

namespace {
void readMarkup(Network &network, Status &status)
{
    status.tags.clear();
    status.mentions.clear();
    for (const Piece &piece : tokenise(status.text)) {
        if (piece.kind == Piece::Kind::Tag)
            status.tags.push_back(piece.name);
        const Account *mentioned = piece.kind == Piece::Kind::Mention ? network.accountNamed(piece.name) : nullptr;
        if (mentioned != nullptr
            && std::find(status.mentions.begin(), status.mentions.end(), mentioned->id) == status.mentions.end())
            status.mentions.push_back(mentioned->id);
    }
}
} // namespace

Status &Network::post(NewStatus draft)
{
    const Instant at = draft.at.value_or(now());
    Status status;
    status.id = nextId(at);
    status.author = draft.author;
    status.inReplyTo = draft.inReplyTo;
    status.text = std::move(draft.text);
    status.spoiler = std::move(draft.spoiler);
    status.lang = std::move(draft.lang);
    status.visibility = std::move(draft.visibility);
    status.idempotencyKey = std::move(draft.idempotencyKey);
    status.intent = std::move(draft.intent);
    status.media = std::move(draft.media);
    status.poll = std::move(draft.poll);
    status.sensitive = draft.sensitive || !status.spoiler.empty();
    status.at = at;
    if (status.poll)
        status.poll->id = status.id + 1;
    readMarkup(*this, status);
    Status &stored = statuses[status.id] = std::move(status);
    index(stored);
    ++changes;
    announce(stored, "update");
    const bool mentionsBrand = std::find(stored.mentions.begin(), stored.mentions.end(), brand) != stored.mentions.end();
    if (stored.author != brand && mentionsBrand)
        notify("mention", stored.author, stored.id, at);
    return stored;
}

void Network::announce(const Status &status, const char *event)
{
    if (quiet || hub_.listeners() == 0)
        return;
    const std::string payload = dump(statusJson(*this, status, brand));
    const bool home = status.author == brand || followed.count(status.author) != 0;
    if (home || std::string_view(event) == "status.update")
        hub_.publish("user", event, payload);
    if (status.visibility != "public" || status.boostOf != 0)
        return;
    std::set<std::string> seen;
    for (const std::string &tag : status.tags)
        if (seen.insert(foldTag(tag)).second)
            hub_.publish("hashtag:" + foldTag(tag), event, payload);
}

Status *Network::boost(Key account, Key statusId, std::optional<Instant> at)
{
    Status *original = status(statusId);
    if (original != nullptr && original->boostOf != 0)
        original = status(original->boostOf);
    if (original == nullptr || (original->visibility != "public" && original->visibility != "unlisted"))
        return nullptr;
    for (const Key id : original->boosts)
        if (Status *wrapper = status(id); wrapper != nullptr && wrapper->author == account)
            return wrapper;
    const Instant when = at.value_or(now());
    Status wrapper;
    wrapper.id = nextId(when);
    wrapper.author = account;
    wrapper.boostOf = original->id;
    wrapper.lang = original->lang;
    wrapper.at = when;
    original->boosts.insert(wrapper.id);
    Status &stored = statuses[wrapper.id] = std::move(wrapper);
    index(stored);
    ++changes;
    announce(stored, "update");
    if (original->author == brand && account != brand)
        notify("reblog", account, original->id, when);
    return &stored;
}

void Network::unboost(Key account, Key statusId)
{
    Status *original = status(statusId);
    if (original == nullptr)
        return;
    for (const Key id : std::set<Key>(original->boosts))
        if (Status *wrapper = status(id); wrapper != nullptr && wrapper->author == account)
            remove(id);
}

bool Network::favourite(Key account, Key statusId, bool on, std::optional<Instant> at)
{
    Status *target = status(statusId);
    if (target == nullptr)
        return false;
    const bool changed = on ? target->favouritedBy.insert(account).second : target->favouritedBy.erase(account) > 0;
    changes += changed ? 1 : 0;
    if (changed && on && target->author == brand && account != brand)
        notify("favourite", account, statusId, at.value_or(now()));
    return true;
}

void Network::edit(Status &status, const std::string &text, const std::string &spoiler)
{
    if (status.text == text && status.spoiler == spoiler)
        return;
    status.versions.push_back({status.text, status.spoiler, status.editedAt.value_or(status.at)});
    for (const std::string &tag : status.tags) {
        auto &ids = byTag_[foldTag(tag)];
        ids.erase(std::remove(ids.begin(), ids.end(), status.id), ids.end());
    }
    const std::vector<Key> before = status.mentions;
    status.text = text;
    status.spoiler = spoiler;
    status.editedAt = now();
    readMarkup(*this, status);
    for (const std::string &tag : status.tags)
        byTag_[foldTag(tag)].push_back(status.id);
    ++changes;
    announce(status, "status.update");
    const auto has = [&](const std::vector<Key> &list) { return std::find(list.begin(), list.end(), brand) != list.end(); };
    if (status.author != brand && has(status.mentions) && !has(before))
        notify("mention", status.author, status.id, now());
}

void Network::remove(Key statusId)
{
    Status *target = status(statusId);
    if (target == nullptr)
        return;
    target->deleted = true;
    ++changes;
    if (target->boostOf != 0)
        if (Status *original = status(target->boostOf))
            original->boosts.erase(statusId);
    for (auto it = notifications.begin(); it != notifications.end();)
        it = it->second.status == statusId ? notifications.erase(it) : std::next(it);
    const std::vector<std::string> tags = target->tags;
    for (const Key wrapper : std::set<Key>(target->boosts))
        remove(wrapper);
    if (quiet)
        return;
    hub_.publish("user", "delete", idText(statusId));
    for (const std::string &tag : tags)
        hub_.publish("hashtag:" + foldTag(tag), "delete", idText(statusId));
}

void Network::follow(Key accountId, std::optional<Instant> at)
{
    if (Account *owner = account(brand))
        ++owner->followers;
    notify("follow", accountId, 0, at.value_or(now()));
}

void Network::notify(const std::string &type, Key from, Key statusId, Instant at)
{
    if (blocked.count(from) != 0 || muted.count(from) != 0)
        return;
    Notification note;
    // By arrival: never below one that was already given out, whatever the post's own time.
    note.id = nextId(at);
    if (!quiet && !notifications.empty())
        while (note.id <= notifications.rbegin()->first || statuses.count(note.id) != 0)
            note.id = std::max(note.id, notifications.rbegin()->first) + 1;
    note.account = from;
    note.status = statusId;
    note.type = type;
    note.at = at;
    const Notification &stored = notifications[note.id] = std::move(note);
    ++changes;
    if (quiet || hub_.listeners() == 0)
        return;
    const std::string payload = dump(notificationJson(*this, stored));
    hub_.publish("user", "notification", payload);
    hub_.publish("user:notification", "notification", payload);
}

} // namespace vigie::practice
