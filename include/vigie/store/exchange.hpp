// SPDX-License-Identifier: GPL-3.0-or-later
// What two machines tell one another about tickets: every field with a version vector, and what could not be merged.
// Thread: inside a store job. Errors: Storage..., NotFound.
#pragma once

#include <vigie/store/store.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace vigie::store {

/// How often each machine changed a field, by the machine's name.
using VersionVector = std::map<std::string, std::int64_t>;

struct ExchangeField {
    std::string ticket, field; ///< ticket: "connector|instance|native id" of its first message
    std::string value;
    VersionVector clock;
    std::string author;        ///< who changed it last, as far as it is known
    bool applied = true;       ///< false: the ticket has not arrived here yet
};
struct ExchangeConflict {
    ExchangeField theirs;      ///< what came
    std::string ours, oursBy;  ///< what stands here
    TicketId ticket;
    Instant at;
};
/// A ticket's fields as they stand in its tables.
struct TicketFields {
    TicketId id;
    std::string key;
    std::map<std::string, std::string> fields; ///< "status", "owner", "snooze", "tag:<name>", "note:<digest>"
};

/// A note as a field: its name, and what it holds.
[[nodiscard]] std::pair<std::string, std::string> noteField(const std::string &text, const std::string &author, Instant at);

class Exchange {
public:
    explicit Exchange(Tx &tx) : tx_(tx) {}

    Result<std::vector<TicketFields>> tickets();
    Result<std::vector<ExchangeField>> fields();
    Result<void> putField(const ExchangeField &field);
    Result<std::vector<ExchangeConflict>> conflicts();
    Result<void> putConflict(const ExchangeField &theirs);
    Result<void> removeConflict(const std::string &ticket, const std::string &field);

private:
    Tx &tx_;
};

} // namespace vigie::store
