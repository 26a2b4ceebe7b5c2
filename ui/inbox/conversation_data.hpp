// SPDX-License-Identifier: GPL-3.0-or-later
// All that the middle pane shows of a ticket: messages, answers, notes and what is on its way, by time.
// Thread: loadConversation() runs inside a store job; the rest are values. Errors: NotFound, Storage...
#pragma once

#include <vigie/model/account.hpp>
#include <vigie/model/outbound.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/tickets.hpp>
#include <vigie/text/tone.hpp>

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace vigie::ui {

/// The tone analyser, loaded on the worker that needs it first.
class ToneSource {
public:
    const text::ToneAnalyser &get()
    {
        std::call_once(once_, [this] { analyser_ = text::ToneAnalyser::builtin(); });
        return *analyser_;
    }

private:
    std::once_flag once_;
    std::optional<text::ToneAnalyser> analyser_;
};

struct Entry {
    enum class Kind { Message, Ours, Note, Pending, Placeholder } kind = Kind::Message;
    Instant at;
    store::ItemRow item;                 ///< Message, Ours
    std::vector<text::ToneWord> words;   ///< Message
    Note note;
    Outbound outbound;                   ///< Pending
    std::string native;                  ///< Placeholder

    /// Two entries with the same key look the same, but for clocks that count.
    [[nodiscard]] std::string key() const;
};

struct Conversation {
    store::TicketRow ticket;
    store::ItemRow root, latest;
    Account account;                     ///< that is spoken to
    std::vector<Account> accounts;       ///< those that could answer, the one above first
    std::vector<Entry> entries;          ///< oldest first
    int firstUnread = -1;                ///< oldest message after our last answer
    bool incomplete = false;             ///< some parent was not seen
    std::string draft;                   ///< of an answer
    std::string note;                    ///< begun, for colleagues
};

/// Notes that are being written are kept in the workspace, under a name of their own: they can never be sent.
[[nodiscard]] Result<void> saveNoteDraft(store::Tx &tx, TicketId ticket, const std::string &text);

[[nodiscard]] Result<Conversation> loadConversation(store::Tx &tx, TicketId ticket, ToneSource &tone);

} // namespace vigie::ui
