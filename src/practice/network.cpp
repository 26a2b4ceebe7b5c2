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
    touched.accounts.insert(account.id);
    ++changes;
    return accounts[account.id] = std::move(account);
}

Account *Network::account(Key id)
{
    const auto it = accounts.find(id);
    if (it == accounts.end())
        return nullptr;
    touched.accounts.insert(id);
    return &it->second;
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
    if (it == statuses.end() || it->second.deleted)
        return nullptr;
    touched.statuses.insert(id);
    return &it->second;
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
    status.quoteOf = draft.quoteOf;
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
    touched.statuses.insert(stored.id);
    Status *quoted = stored.quoteOf != 0 ? this->status(stored.quoteOf) : nullptr;
    if (quoted != nullptr)
        quoted->quotes.insert(stored.id);
    index(stored);
    ++changes;
    announce(stored, "update");
    if (quoted != nullptr && ours(quoted->author) && quoted->author != stored.author)
        notify("quote", stored.author, stored.id, at, quoted->author);
    for (const Key mentioned : stored.mentions)
        if (ours(mentioned) && mentioned != stored.author && (quoted == nullptr || quoted->author != mentioned))
            notify("mention", stored.author, stored.id, at, mentioned);
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
    if (team.count(status.author) != 0)
        hub_.publish(userChannel(status.author), event, payload);
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
    touched.statuses.insert(stored.id);
    index(stored);
    ++changes;
    announce(stored, "update");
    if (ours(original->author) && account != original->author)
        notify("reblog", account, original->id, when, original->author);
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
    if (changed && on && ours(target->author) && account != target->author)
        notify("favourite", account, statusId, at.value_or(now()), target->author);
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
    const std::vector<Key> mentioned = status.mentions;
    for (const Key one : mentioned)
        if (ours(one) && one != status.author && std::find(before.begin(), before.end(), one) == before.end())
            notify("mention", status.author, status.id, now(), one);
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
    if (target->quoteOf != 0)
        if (Status *quoted = status(target->quoteOf))
            quoted->quotes.erase(statusId);
    for (auto it = notifications.begin(); it != notifications.end();) {
        if (it->second.status != statusId) {
            ++it;
            continue;
        }
        touched.notifications.insert(it->first);
        it = notifications.erase(it);
    }
    const std::vector<std::string> tags = target->tags;
    for (const Key wrapper : std::set<Key>(target->boosts))
        remove(wrapper);
    if (quiet)
        return;
    hub_.publish("user", "delete", idText(statusId));
    for (const Key one : team)
        hub_.publish(userChannel(one), "delete", idText(statusId));
    for (const std::string &tag : tags)
        hub_.publish("hashtag:" + foldTag(tag), "delete", idText(statusId));
}

void Network::follow(Key accountId, std::optional<Instant> at)
{
    if (Account *owner = account(brand))
        ++owner->followers;
    notify("follow", accountId, 0, at.value_or(now()), brand);
}

void Network::notify(const std::string &type, Key from, Key statusId, Instant at, Key owner)
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
    note.owner = owner;
    const Notification &stored = notifications[note.id] = std::move(note);
    touched.notifications.insert(stored.id);
    ++changes;
    if (quiet || hub_.listeners() == 0)
        return;
    const std::string payload = dump(notificationJson(*this, stored));
    hub_.publish(userChannel(owner), "notification", payload);
    if (owner == brand)
        hub_.publish("user:notification", "notification", payload);
}

} // namespace vigie::practice
