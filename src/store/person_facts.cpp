// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/person_facts.hpp>

#include "store/row_image.hpp"
#include "store/session.hpp"

#include <vigie/base/ascii.hpp>

#include <algorithm>
#include <iterator>

namespace vigie::store {

namespace {

Result<void> said(const std::string &text, const char *what)
{
    if (trimmed(text).empty())
        return fail(Errc::InvalidInput, std::string(what) + " needs words");
    return {};
}

struct FactTable {
    Imaged id;
    const char *name;
};
constexpr FactTable kNotes{Imaged::MemberNote, "member_note"}, kSteps{Imaged::MemberStep, "member_step"}, kFacts{Imaged::MemberFact, "member_fact"};

/// A row made just now, as a part of the open action.
std::int64_t made(Tx &tx, Imaged table, std::int64_t row)
{
    RowRecord::made(tx, table, row).done();
    return row;
}

Result<void> removeFrom(Tx &tx, const FactTable &table, std::int64_t id)
{
    auto &session = tx.session();
    return session.guard([&]() -> Result<void> {
        const auto member = session.one<MemberId>(std::string("SELECT member_id FROM ") + table.name + " WHERE id=?", id);
        if (!member)
            return fail(Errc::NotFound, "it is no longer there");
        removeRow(tx, table.id, id);
        tx.change().members.push_back(*member);
        return {};
    });
}

constexpr const char *kOf = " WHERE member_id IN (SELECT value FROM json_each(?))";

} // namespace

Result<void> PersonFacts::known(MemberId member)
{
    if (!tx_.session().one<int>("SELECT 1 FROM member WHERE id=?", member))
        return fail(Errc::NotFound, "no such member");
    tx_.change().members.push_back(member);
    return {};
}

Result<std::int64_t> PersonFacts::addNote(MemberId member, const std::string &text, const std::string &author)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::int64_t> {
        VIGIE_CHECK(said(text, "a note"));
        VIGIE_CHECK(known(member));
        return made(tx_, Imaged::MemberNote, session.insert("INSERT INTO member_note(member_id, text, author, at) VALUES(?,?,?,?)", member, text, author, tx_.now()));
    });
}

Result<void> PersonFacts::removeNote(std::int64_t id)
{
    return removeFrom(tx_, kNotes, id);
}

Result<std::int64_t> PersonFacts::addStep(MemberId member, const std::string &text, const std::string &day, const std::string &who)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::int64_t> {
        VIGIE_CHECK(said(text, "what is to be done"));
        if (!day.empty() && (day.size() != 10 || !parseWallTime(day + "T00:00")))
            return fail(Errc::InvalidInput, "a day is written 2026-11-28");
        VIGIE_CHECK(known(member));
        return made(tx_, Imaged::MemberStep, session.insert("INSERT INTO member_step(member_id, text, due_day, who, at) VALUES(?,?,?,?,?)", member, text, day, who, tx_.now()));
    });
}

Result<void> PersonFacts::setDone(std::int64_t id, std::optional<Instant> at)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        const auto member = session.one<MemberId>("SELECT member_id FROM member_step WHERE id=? AND (done_at IS NULL)=?", id, at ? 1 : 0);
        if (!member)
            return fail(Errc::NotFound, at ? "it is done already" : "it is not done");
        RowRecord record(tx_, Imaged::MemberStep, id);
        session.exec("UPDATE member_step SET done_at=? WHERE id=?", at, id);
        record.done();
        tx_.change().members.push_back(*member);
        return {};
    });
}

Result<void> PersonFacts::finishStep(std::int64_t id)
{
    return setDone(id, tx_.now());
}

Result<void> PersonFacts::reopenStep(std::int64_t id)
{
    return setDone(id, std::nullopt);
}

Result<void> PersonFacts::removeStep(std::int64_t id)
{
    return removeFrom(tx_, kSteps, id);
}

Result<std::int64_t> PersonFacts::addConsent(MemberId member, const std::string &what, bool granted, const std::string &source, const std::string &who)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::int64_t> {
        VIGIE_CHECK(said(what, "a consent"));
        VIGIE_CHECK(said(source, "where it was given"));
        VIGIE_CHECK(known(member));
        return made(tx_, Imaged::MemberConsent,
                    session.insert("INSERT INTO member_consent(member_id, what, granted, source, at, who) VALUES(?,?,?,?,?,?)", member, what, granted, source, tx_.now(), who));
    });
}

Result<std::int64_t> PersonFacts::addFact(MemberId member, const std::string &kind, const std::string &value, const std::string &origin, const std::string &who)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<std::int64_t> {
        if (std::find(std::begin(kFactKinds), std::end(kFactKinds), kind) == std::end(kFactKinds))
            return fail(Errc::InvalidInput, "there is no kind " + kind);
        VIGIE_CHECK(said(value, "what was given"));
        VIGIE_CHECK(said(origin, "where it came from"));
        VIGIE_CHECK(known(member));
        return made(tx_, Imaged::MemberFact,
                    session.insert("INSERT INTO member_fact(member_id, kind, value, origin, at, who) VALUES(?,?,?,?,?,?)", member, kind,
                                   kind == "email" ? lowerAscii(trimmed(value)) : std::string(trimmed(value)), origin, tx_.now(), who));
    });
}

Result<void> PersonFacts::removeFact(std::int64_t id)
{
    return removeFrom(tx_, kFacts, id);
}

Result<std::vector<PersonNote>> PersonFacts::notes(std::span<const MemberId> members)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<PersonNote> out;
        session.each<std::int64_t, MemberId, std::string, std::string, Instant>(
            std::string("SELECT id, member_id, text, author, at FROM member_note") + kOf + " ORDER BY at DESC, id DESC", binds(idList(members)),
            [&](std::int64_t id, MemberId member, std::string text, std::string author, Instant at) { out.push_back({id, member, std::move(text), std::move(author), at}); });
        return out;
    });
}

Result<std::vector<NextStep>> PersonFacts::steps(std::span<const MemberId> members)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<NextStep> out;
        session.each<std::int64_t, MemberId, std::string, std::string, std::string, Instant>(
            std::string("SELECT id, member_id, text, due_day, who, at FROM member_step") + kOf + " AND done_at IS NULL ORDER BY due_day='', due_day, id", binds(idList(members)),
            [&](std::int64_t id, MemberId member, std::string text, std::string day, std::string who, Instant at) {
                out.push_back({id, member, std::move(text), std::move(day), std::move(who), at, {}});
            });
        return out;
    });
}

Result<std::vector<Consent>> PersonFacts::consents(std::span<const MemberId> members)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<Consent> out;
        session.each<std::int64_t, MemberId, std::string, bool, std::string, Instant, std::string>(
            std::string("SELECT id, member_id, what, granted, source, at, who FROM member_consent") + kOf + " ORDER BY at DESC, id DESC", binds(idList(members)),
            [&](std::int64_t id, MemberId member, std::string what, bool granted, std::string source, Instant at, std::string who) {
                out.push_back({id, member, std::move(what), granted, std::move(source), at, std::move(who)});
            });
        return out;
    });
}

Result<std::vector<GivenFact>> PersonFacts::facts(std::span<const MemberId> members)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<GivenFact> out;
        session.each<std::int64_t, MemberId, std::string, std::string, std::string, Instant, std::string>(
            std::string("SELECT id, member_id, kind, value, origin, at, who FROM member_fact") + kOf + " ORDER BY kind, id", binds(idList(members)),
            [&](std::int64_t id, MemberId member, std::string kind, std::string value, std::string origin, Instant at, std::string who) {
                out.push_back({id, member, std::move(kind), std::move(value), std::move(origin), at, std::move(who)});
            });
        return out;
    });
}

} // namespace vigie::store
