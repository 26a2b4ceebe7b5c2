// SPDX-License-Identifier: GPL-3.0-or-later
// All that the middle pane shows of a ticket: messages, answers, notes and what is on its way, as a tree.
// Thread: loadConversation() runs inside a store job; the rest are values. Errors: NotFound, Storage...
#pragma once

#include <vigie/model/account.hpp>
#include <vigie/model/outbound.hpp>
#include <vigie/store/drafts.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/tickets.hpp>
#include <vigie/text/politeness.hpp>
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
    std::optional<store::ItemRow> quoted;///< Message, Ours: what it quotes, if that is here
    int level = 0;                       ///< steps from the edge: a chain of single answers stays on one level
    int below = 0;                       ///< entries that hang below it

    /// Two entries with the same key look the same, but for clocks that count.
    [[nodiscard]] std::string key() const;
};

struct Conversation {
    store::TicketRow ticket;
    store::ItemRow root, latest;
    Account account;                     ///< that is spoken to
    std::vector<Account> accounts;       ///< those that could answer, the one above first
    std::vector<Entry> entries;          ///< as a tree: what answers a message stands below it, oldest first
    int firstUnread = -1;                ///< oldest message after our last answer
    bool incomplete = false;             ///< some parent was not seen
    std::vector<store::AnswerDraft> drafts; ///< of answers, the newest first
    store::AnswerKnown now;              ///< what there is to know, if the newest message is answered
    text::Address addressed = text::Address::None; ///< how the member addresses us
    std::vector<text::Address> houses;   ///< how each of the accounts addresses people
    std::string note;                    ///< begun, for colleagues
};

/// Notes that are being written are kept in the workspace, under a name of their own: they can never be sent.
[[nodiscard]] Result<void> saveNoteDraft(store::Tx &tx, TicketId ticket, const std::string &text);

[[nodiscard]] Result<Conversation> loadConversation(store::Tx &tx, TicketId ticket, ToneSource &tone);

} // namespace vigie::ui
