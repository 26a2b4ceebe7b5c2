// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of all tickets with their version vectors: kept current with the tables, merged with what comes, written back.
// Thread: inside one store job. Errors: Storage...
#pragma once

#include <vigie/desk/bundle.hpp>

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace vigie::desk {

class BundleFields {
public:
    BundleFields(store::Tx &tx, Exchanger here) : tx_(tx), here_(std::move(here)) {}

    /// What changed in the tables since the last look becomes a version of this machine; what waited for its ticket is applied.
    Result<void> refresh();
    [[nodiscard]] std::vector<store::ExchangeField> all() const;

    enum class Merged { Taken, Known, Waiting, Conflict };
    Result<Merged> merge(const store::ExchangeField &theirs);
    Result<void> decide(const store::ExchangeField &theirs, bool takeTheirs);
    /// Writes what was taken into tickets, tags and notes, as one undoable action.
    Result<void> apply();

private:
    using Key = std::pair<std::string, std::string>;
    Result<void> put(const store::ExchangeField &field);
    Result<void> look(const store::TicketFields &ticket);
    Result<void> catchUp(const store::ExchangeField &waiting, const std::string &value);
    Result<void> applyTicket(TicketId ticket, const std::vector<const store::ExchangeField *> &fields);

    store::Tx &tx_;
    Exchanger here_;
    std::map<Key, store::ExchangeField> known_;
    std::map<std::string, TicketId> tickets_;
    std::map<std::string, std::vector<Key>> changed_; ///< to be applied, by ticket
    std::set<Key> open_;                              ///< conflicts that wait for a person
};

} // namespace vigie::desk
