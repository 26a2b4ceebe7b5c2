// SPDX-License-Identifier: GPL-3.0-or-later
// The list of people: walked by who spoke last, each person once.
#include <vigie/store/persons.hpp>

#include "store/person_rows.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace vigie::store {

namespace {

using std::chrono::hours;

constexpr hours kNew{24 * 30}, kQuiet{24 * 90};

std::string like(const std::string &words)
{
    std::string out = "%";
    for (const char c : words) {
        if (c == '%' || c == '_' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '%';
}

/// Identities of the view in its order; people among them come more than once.
void walk(Session &session, const PersonFilter &filter, Instant now, const std::function<bool(MemberId, MemberId)> &next)
{
    std::string sql = "SELECT m.id, coalesce(p.person_id, m.id) FROM member m LEFT JOIN member_person p ON p.member_id=m.id";
    std::vector<Bound> values;
    const auto take = [&](std::vector<Bound> more) { values.insert(values.end(), more.begin(), more.end()); };
    // Neither who asked to be forgotten nor ourselves.
    std::string where = " WHERE m.name<>? AND NOT EXISTS(SELECT 1 FROM source s JOIN account a ON a.connector=s.connector AND a.instance=s.instance AND a.native_id=m.native_id WHERE s.id=m.source_id)",
                order = " ORDER BY m.last_seen_at DESC, m.id DESC";
    const auto all = binds(std::string(kErasedName));
    switch (filter.view) {
    case PersonView::All: take(all); break;
    case PersonView::Newcomers:
        take(all);
        where += " AND m.last_seen_at>=? AND m.first_seen_at>=?";
        take(binds(now - kNew, now - kNew));
        order = " ORDER BY m.first_seen_at DESC, m.id DESC";
        break;
    case PersonView::Silent:
        take(all);
        where += " AND m.last_seen_at<? AND EXISTS(SELECT 1 FROM ticket t WHERE t.member_id=m.id AND t.outbound>0)";
        take(binds(now - kQuiet));
        break;
    case PersonView::Promised:
        sql = "SELECT m.id, coalesce(p.person_id, m.id) FROM promise o CROSS JOIN member m ON m.id=o.member_id LEFT JOIN member_person p ON p.member_id=m.id";
        where += " AND o.state='open'";
        take(all);
        order = " ORDER BY o.due_at, o.id";
        break;
    case PersonView::Steps:
        sql = "SELECT m.id, coalesce(p.person_id, m.id) FROM member_step o CROSS JOIN member m ON m.id=o.member_id LEFT JOIN member_person p ON p.member_id=m.id";
        where += " AND o.done_at IS NULL";
        take(all);
        order = " ORDER BY o.due_day='', o.due_day, o.id";
        break;
    }
    if (!filter.words.empty()) {
        where += " AND (m.handle LIKE ? ESCAPE '\\' OR m.name LIKE ? ESCAPE '\\' OR m.bio LIKE ? ESCAPE '\\')";
        const auto pattern = like(filter.words);
        take(binds(pattern, pattern, pattern));
    }
    session.each<MemberId, MemberId>(sql + where + order, std::move(values), next);
}

void complete(Session &session, std::vector<PersonLine> &lines)
{
    std::unordered_map<std::int64_t, std::size_t> at;
    std::vector<MemberId> people;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        at.emplace(lines[i].person.value, i);
        people.push_back(lines[i].person);
        lines[i].identities = 0;
    }
    const auto list = idList(people);
    const std::string of = " FROM member m JOIN source s ON s.id=m.source_id LEFT JOIN member_person p ON p.member_id=m.id"
                           " WHERE m.id IN (SELECT value FROM json_each(?1) UNION SELECT member_id FROM member_person WHERE person_id IN (SELECT value FROM json_each(?1)))";
    session.each<MemberId, MemberId, std::string, std::string, std::string, std::optional<double>, Instant, Instant>(
        "SELECT m.id, coalesce(p.person_id, m.id), s.connector, m.name, m.handle, m.followers, m.first_seen_at,"
        " coalesce((SELECT i.published_at FROM item i WHERE i.author_id=m.id ORDER BY i.id DESC LIMIT 1), m.last_seen_at)" + of + " ORDER BY m.last_seen_at DESC", binds(list),
        [&](MemberId id, MemberId person, std::string connector, std::string name, std::string handle, std::optional<double> followers, Instant first, Instant last) {
            const auto found = at.find(person.value);
            if (found == at.end())
                return;
            auto &line = lines[found->second];
            if (line.shown == id || (line.identities == 0 && !line.shown)) {
                line.shown = id;
                line.name = std::move(name);
                line.handle = std::move(handle);
            }
            line.firstSeen = line.identities == 0 ? first : std::min(line.firstSeen, first);
            line.lastSeen = std::max(line.lastSeen, last);
            if (followers)
                line.audience = std::max(0.0, line.audience) + *followers;
            line.connectors.push_back(std::move(connector));
            ++line.identities;
        });
    const auto each = [&](const char *sql, const auto &apply) {
        session.each<MemberId, std::string, std::int64_t>(sql, binds(list), [&](MemberId person, const std::string &text, std::int64_t number) {
            if (const auto found = at.find(person.value); found != at.end())
                apply(lines[found->second], text, number);
        });
    };
    each("SELECT coalesce(p.person_id, t.member_id), '', sum(t.outbound) FROM ticket t LEFT JOIN member_person p ON p.member_id=t.member_id WHERE t.member_id IN"
         " (SELECT value FROM json_each(?1) UNION SELECT member_id FROM member_person WHERE person_id IN (SELECT value FROM json_each(?1))) GROUP BY 1",
         [](PersonLine &line, const std::string &, std::int64_t count) { line.exchanges = static_cast<int>(count); });
    each("SELECT coalesce(p.person_id, o.member_id), '', min(o.due_at) FROM promise o LEFT JOIN member_person p ON p.member_id=o.member_id WHERE o.state='open' AND o.member_id IN"
         " (SELECT value FROM json_each(?1) UNION SELECT member_id FROM member_person WHERE person_id IN (SELECT value FROM json_each(?1))) GROUP BY 1",
         [](PersonLine &line, const std::string &, std::int64_t due) { line.promiseDue = fromMicros(due); });
    each("SELECT coalesce(p.person_id, o.member_id), o.due_day || char(10) || o.text, o.id FROM member_step o LEFT JOIN member_person p ON p.member_id=o.member_id WHERE o.done_at IS NULL"
         " AND o.member_id IN (SELECT value FROM json_each(?1) UNION SELECT member_id FROM member_person WHERE person_id IN (SELECT value FROM json_each(?1)))"
         " ORDER BY o.due_day='' DESC, o.due_day DESC, o.id DESC",
         [](PersonLine &line, const std::string &text, std::int64_t) { // the soonest comes last
             const auto end = text.find('\n');
             line.stepDay = text.substr(0, end);
             line.stepText = text.substr(end + 1);
         });
}

} // namespace

Result<std::vector<PersonLine>> Persons::list(const PersonFilter &filter)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<PersonLine> out;
        std::unordered_set<std::int64_t> seen;
        walk(session, filter, tx_.now(), [&](MemberId shown, MemberId person) {
            if (seen.insert(person.value).second) {
                PersonLine line;
                line.person = person;
                line.shown = shown;
                out.push_back(std::move(line));
            }
            return out.size() < static_cast<std::size_t>(filter.limit);
        });
        complete(session, out);
        if (filter.view == PersonView::All) // what one reading brought was taken in at once, and said on many days
            std::stable_sort(out.begin(), out.end(), [](const PersonLine &a, const PersonLine &b) { return a.lastSeen > b.lastSeen; });
        return out;
    });
}

} // namespace vigie::store
