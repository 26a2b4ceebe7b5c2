// SPDX-License-Identifier: GPL-3.0-or-later
// What the house writes about somebody: notes, the next step, what they agreed to, what they gave us. Changes are recorded under the open
// undoable action (Tickets::beginChangeSet).
// Thread: inside a store job. Errors: Storage..., NotFound, InvalidInput (nothing said, no source, a day that is none).
#pragma once

#include <vigie/model/person.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <span>
#include <vector>

namespace vigie::store {

class PersonFacts {
public:
    explicit PersonFacts(Tx &tx) : tx_(tx) {}

    Result<std::int64_t> addNote(MemberId member, const std::string &text, const std::string &author);
    Result<void> removeNote(std::int64_t id);
    Result<std::int64_t> addStep(MemberId member, const std::string &text, const std::string &day, const std::string &who);
    Result<void> finishStep(std::int64_t id);
    Result<void> reopenStep(std::int64_t id);
    Result<void> removeStep(std::int64_t id);
    Result<std::int64_t> addConsent(MemberId member, const std::string &what, bool granted, const std::string &source, const std::string &who);
    Result<std::int64_t> addFact(MemberId member, const std::string &kind, const std::string &value, const std::string &origin, const std::string &who);
    Result<void> removeFact(std::int64_t id);

    Result<std::vector<PersonNote>> notes(std::span<const MemberId> members);
    /// The open ones, the soonest first.
    Result<std::vector<NextStep>> steps(std::span<const MemberId> members);
    Result<std::vector<Consent>> consents(std::span<const MemberId> members);
    Result<std::vector<GivenFact>> facts(std::span<const MemberId> members);

private:
    Result<void> known(MemberId member);
    Result<void> setDone(std::int64_t id, std::optional<Instant> at);
    Tx &tx_;
};

} // namespace vigie::store
