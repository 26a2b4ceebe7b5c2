// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/state_file.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <functional>
#include <unistd.h>

namespace vigie::practice {

namespace {

constexpr int kFormat = 2;
constexpr std::size_t kLargestFile = 256U << 20;
constexpr std::size_t kSmallest = 4U << 20; ///< below this size nothing is gained by writing the file anew

std::string hex(const std::string &bytes)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        out += kDigits[static_cast<unsigned char>(c) >> 4U];
        out += kDigits[static_cast<unsigned char>(c) & 15U];
    }
    return out;
}

std::string unhex(const std::string &text)
{
    const auto digit = [](char c) { return c >= 'a' ? c - 'a' + 10 : c - '0'; };
    std::string out;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2)
        out += static_cast<char>(digit(text[i]) * 16 + digit(text[i + 1]));
    return out;
}

Json pollState(const Poll &poll)
{
    Json options = Json::array();
    for (const PollOption &option : poll.options)
        options.push_back({{"title", option.title}, {"voters", option.voters}});
    return {{"id", poll.id}, {"multiple", poll.multiple}, {"expires", toMicros(poll.expiresAt)},
            {"options", std::move(options)}};
}

Json statusState(const Status &status)
{
    Json json = {{"id", status.id}, {"author", status.author}, {"at", toMicros(status.at)}, {"text", status.text}};
    const auto put = [&](const char *name, const auto &value, const auto &usual) {
        if (value != usual)
            json[name] = value;
    };
    put("reply", status.inReplyTo, Key{0});
    put("boost", status.boostOf, Key{0});
    put("quote", status.quoteOf, Key{0});
    put("spoiler", status.spoiler, std::string());
    put("lang", status.lang, std::string());
    put("visibility", status.visibility, std::string("public"));
    put("key", status.idempotencyKey, std::string());
    put("media", status.media, std::vector<Key>());
    put("mentions", status.mentions, std::vector<Key>());
    put("tags", status.tags, std::vector<std::string>());
    put("likes", status.favouritedBy, std::set<Key>());
    put("marks", status.bookmarkedBy, std::set<Key>());
    put("boosts", status.boosts, std::set<Key>());
    put("quotes", status.quotes, std::set<Key>());
    put("crowd", status.crowdFavourites, std::int64_t{0});
    put("intent", status.intent, std::string());
    put("sensitive", status.sensitive, false);
    put("deleted", status.deleted, false);
    if (status.editedAt)
        json["edited"] = toMicros(*status.editedAt);
    for (const Version &version : status.versions)
        json["versions"].push_back({version.text, version.spoiler, toMicros(version.at)});
    if (status.poll)
        json["poll"] = pollState(*status.poll);
    return json;
}

Status statusFrom(const Json &json)
{
    Status status;
    status.id = json.at("id").get<Key>();
    status.author = json.at("author").get<Key>();
    status.at = fromMicros(json.at("at").get<std::int64_t>());
    status.text = json.at("text").get<std::string>();
    status.inReplyTo = json.value("reply", Key{0});
    status.boostOf = json.value("boost", Key{0});
    status.quoteOf = json.value("quote", Key{0});
    status.spoiler = json.value("spoiler", "");
    status.lang = json.value("lang", "");
    status.visibility = json.value("visibility", "public");
    status.idempotencyKey = json.value("key", "");
    status.media = json.value("media", std::vector<Key>());
    status.mentions = json.value("mentions", std::vector<Key>());
    status.tags = json.value("tags", std::vector<std::string>());
    status.favouritedBy = json.value("likes", std::set<Key>());
    status.bookmarkedBy = json.value("marks", std::set<Key>());
    status.boosts = json.value("boosts", std::set<Key>());
    status.quotes = json.value("quotes", std::set<Key>());
    status.crowdFavourites = json.value("crowd", std::int64_t{0});
    status.intent = json.value("intent", "");
    status.sensitive = json.value("sensitive", false);
    status.deleted = json.value("deleted", false);
    if (json.contains("edited"))
        status.editedAt = fromMicros(json["edited"].get<std::int64_t>());
    if (json.contains("versions"))
        for (const Json &row : json["versions"])
            status.versions.push_back({row.at(0), row.at(1), fromMicros(row.at(2).get<std::int64_t>())});
    if (json.contains("poll")) {
        const Json &from = json["poll"];
        Poll poll;
        poll.id = from.at("id").get<Key>();
        poll.multiple = from.at("multiple").get<bool>();
        poll.expiresAt = fromMicros(from.at("expires").get<std::int64_t>());
        for (const Json &option : from.at("options"))
            poll.options.push_back({option.at("title"), option.at("voters").get<std::set<Key>>()});
        status.poll = std::move(poll);
    }
    return status;
}

Json accountState(const Account &a)
{
    return {a.id, a.username, a.host, a.name, a.note, a.lang, a.role, toMicros(a.createdAt), a.followers, a.following, a.bot};
}

Account accountFrom(const Json &row)
{
    Account a;
    a.id = row.at(0).get<Key>();
    a.username = row.at(1).get<std::string>();
    a.host = row.at(2).get<std::string>();
    a.name = row.at(3).get<std::string>();
    a.note = row.at(4).get<std::string>();
    a.lang = row.at(5).get<std::string>();
    a.role = row.at(6).get<std::string>();
    a.createdAt = fromMicros(row.at(7).get<std::int64_t>());
    a.followers = row.at(8).get<std::int64_t>();
    a.following = row.at(9).get<std::int64_t>();
    a.bot = row.at(10).get<bool>();
    return a;
}

Json noteState(const Notification &n) { return {n.id, n.account, n.status, n.type, toMicros(n.at), n.owner}; }

Notification noteFrom(const Json &row)
{
    return {row.at(0).get<Key>(), row.at(1).get<Key>(), row.at(2).get<Key>(), row.at(3), fromMicros(row.at(4).get<std::int64_t>()),
            row.at(5).get<Key>()};
}

Json mediaState(const Media &m) { return {m.id, m.owner, m.mime, m.description, hex(m.bytes), m.width, m.height, m.paint}; }

Media mediaFrom(const Json &row)
{
    Media media;
    media.id = row.at(0).get<Key>();
    media.owner = row.at(1).get<Key>();
    media.mime = row.at(2).get<std::string>();
    media.description = row.at(3).get<std::string>();
    media.bytes = unhex(row.at(4).get<std::string>());
    media.width = row.at(5).get<int>();
    media.height = row.at(6).get<int>();
    media.paint = row.at(7).get<int>();
    return media;
}

/// What is few: written whole when any of it changed.
Json restState(const Network &network)
{
    Json json = {{"brand", network.brand}, {"muted", network.muted}, {"blocked", network.blocked}, {"followed", network.followed},
                 {"mutedThreads", network.mutedThreads}, {"reports", network.reports}};
    for (const char *name : {"apps", "tokens", "idempotency"})
        json[name] = Json::array();
    for (const auto &[id, app] : network.apps)
        json["apps"].push_back({app.id, app.secret, app.name, app.website, app.scopes, app.redirects});
    for (const auto &[text, t] : network.tokens)
        json["tokens"].push_back({text, t.app, t.scopes, t.account, toMicros(t.createdAt), t.revoked});
    for (const auto &[key, made] : network.idempotency)
        json["idempotency"].push_back({key, made.first, toMicros(made.second)});
    return json;
}

void loadRest(const Json &state, Network &network)
{
    network.brand = state.at("brand").get<Key>();
    network.apps.clear();
    network.tokens.clear();
    network.idempotency.clear();
    for (const Json &row : state.at("apps"))
        network.apps[row.at(0).get<std::string>()] = {row.at(0), row.at(1), row.at(2), row.at(3), row.at(4),
                                                      row.at(5).get<std::vector<std::string>>()};
    for (const Json &row : state.at("tokens"))
        network.tokens[row.at(0).get<std::string>()] = {row.at(1), row.at(2), row.at(3).get<Key>(),
                                                        fromMicros(row.at(4).get<std::int64_t>()), row.at(5).get<bool>()};
    for (const Json &row : state.at("idempotency"))
        network.idempotency[row.at(0).get<std::string>()] = {row.at(1).get<Key>(), fromMicros(row.at(2).get<std::int64_t>())};
    network.muted = state.at("muted").get<std::set<Key>>();
    network.blocked = state.at("blocked").get<std::set<Key>>();
    network.followed = state.at("followed").get<std::set<Key>>();
    network.mutedThreads = state.at("mutedThreads").get<std::set<Key>>();
    network.reports = state.at("reports").get<std::int64_t>();
}

bool writeAll(int file, const std::string &text)
{
    std::size_t done = 0;
    while (done < text.size()) {
        const ssize_t n = ::write(file, text.data() + done, text.size() - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        done += static_cast<std::size_t>(n);
    }
    return ::fdatasync(file) == 0;
}

Result<void> unwritten()
{
    return fail(errno == ENOSPC ? Errc::StorageFull : Errc::Storage, "the practice network cannot be written");
}

} // namespace

void StateFile::read()
{
    std::ifstream in(path_, std::ios::binary | std::ios::ate);
    if (!in || in.tellg() < 0 || static_cast<std::size_t>(in.tellg()) > kLargestFile)
        return;
    in.seekg(0);
    std::string line;
    if (!std::getline(in, line))
        return;
    const Json header = Json::parse(line, nullptr, false);
    if (!header.is_object() || header.value("format", 0) != kFormat)
        return; // somebody else's file
    port_ = header.value("port", 0);
    while (std::getline(in, line)) {
        Json row = Json::parse(line, nullptr, false);
        if (!row.is_array() || row.size() != 2 || !row[0].is_string())
            break; // the last line of a process that was killed; what came before it stands
        lines_.push_back(std::move(row));
    }
}

bool StateFile::restore(Network &network, Json *community)
{
    const std::vector<Json> lines = std::move(lines_);
    lines_.clear();
    try {
        for (const Json &line : lines) {
            const std::string kind = line[0].get<std::string>();
            const Json &row = line[1];
            if (kind == "account") {
                Account account = accountFrom(row);
                network.accounts[account.id] = std::move(account);
            } else if (kind == "status") {
                Status status = statusFrom(row);
                network.statuses[status.id] = std::move(status);
            } else if (kind == "note") {
                const Notification note = noteFrom(row);
                network.notifications[note.id] = note;
            } else if (kind == "gone") {
                network.notifications.erase(row.get<Key>());
            } else if (kind == "media") {
                Media media = mediaFrom(row);
                network.media[media.id] = std::move(media);
            } else if (kind == "rest") {
                loadRest(row, network);
            } else if (kind == "community") {
                *community = row;
            }
        }
        if (network.accounts.count(network.brand) != 0) {
            network.reindex();
            return true;
        }
    } catch (const Json::exception &) {
        // A damaged file: start afresh.
    }
    network.accounts.clear();
    network.statuses.clear();
    network.notifications.clear();
    network.media.clear();
    network.apps.clear();
    network.tokens.clear();
    network.idempotency.clear();
    network.brand = 0;
    network.reindex();
    *community = Json();
    return false;
}

void StateFile::put(std::string &out, const char *kind, Key id, const Json &row)
{
    std::string line = dump(Json::array({kind, row}));
    const auto hash = std::hash<std::string>{}(line);
    const auto [known, added] = written_.try_emplace({kind[0], id}, hash);
    if (!added && known->second == hash)
        return; // looked at, not changed
    known->second = hash;
    out += line;
    out += '\n';
}

std::string StateFile::changesOf(Network &network)
{
    std::string out;
    for (const Key id : network.touched.accounts)
        if (const auto it = network.accounts.find(id); it != network.accounts.end())
            put(out, "account", id, accountState(it->second));
    for (const Key id : network.touched.statuses)
        if (const auto it = network.statuses.find(id); it != network.statuses.end())
            put(out, "status", id, statusState(it->second));
    for (const Key id : network.touched.notifications)
        if (const auto it = network.notifications.find(id); it != network.notifications.end())
            put(out, "note", id, noteState(it->second));
        else
            put(out, "gone", id, Json(id));
    for (const Key id : network.touched.media)
        if (const auto it = network.media.find(id); it != network.media.end())
            put(out, "media", id, mediaState(it->second));
    put(out, "rest", 0, restState(network));
    return out;
}

Result<void> StateFile::save(Network &network, const std::optional<Json> &community, int port)
{
    const bool whole = file_ < 0 || size_ > std::max(kSmallest, 2 * wholeSize_);
    if (whole) {
        written_.clear();
        for (const auto &[id, account] : network.accounts)
            network.touched.accounts.insert(id);
        for (const auto &[id, status] : network.statuses)
            network.touched.statuses.insert(id);
        for (const auto &[id, note] : network.notifications)
            network.touched.notifications.insert(id);
        for (const auto &[id, media] : network.media)
            network.touched.media.insert(id);
    }
    if (community)
        community_ = *community;
    std::string text = whole ? dump({{"format", kFormat}, {"port", port}}) + '\n' : std::string();
    text += changesOf(network);
    put(text, "community", 0, community_);
    const auto done = whole ? writeWhole(text) : append(text);
    if (!done) {
        closeFile(); // what is half there is replaced by the next whole one
        return done;
    }
    network.touched = {};
    return {};
}

Result<void> StateFile::append(const std::string &text)
{
    if (text.empty())
        return {};
    if (!writeAll(file_, text))
        return unwritten();
    size_ += text.size();
    return {};
}

/// Whole or not at all: written beside, synced, renamed.
Result<void> StateFile::writeWhole(const std::string &text)
{
    closeFile();
    const std::string beside = path_ + ".new";
    const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_APPEND, 0600);
    if (file < 0)
        return unwritten();
    if (!writeAll(file, text) || ::rename(beside.c_str(), path_.c_str()) != 0) {
        auto failed = unwritten();
        ::close(file);
        ::unlink(beside.c_str());
        return failed;
    }
    file_ = file;
    size_ = wholeSize_ = text.size();
    return {};
}

void StateFile::closeFile()
{
    if (file_ >= 0)
        ::close(file_);
    file_ = -1;
}

} // namespace vigie::practice
